"use strict";
// Two conveniences; every page is whole without them. The words come from base.html.
(() => {
  const words = document.currentScript.dataset;

  // A place that an address points at offers that address.
  function offerLinks() {
    const button = document.createElement("button");
    const said = document.createElement("span");
    const offer = document.createElement("span");
    button.type = "button";
    button.textContent = words.copy;
    said.setAttribute("role", "status");
    offer.className = "offer";
    offer.append(button, " ", said);
    button.addEventListener("click", async () => {
      try {
        await navigator.clipboard.writeText(location.href);
        said.textContent = words.copied;
      } catch {
        said.textContent = words.failed;
      }
    });

    function place() {
      const target = document.querySelector(".sentence:target, .claim:target");
      said.textContent = "";
      offer.lang = document.documentElement.lang;
      if (!target) offer.remove();
      else (target.querySelector(".mark") ?? target.firstElementChild).append(offer);
    }

    addEventListener("hashchange", place);
    // What the address of a fresh page points at is known only when all of it is there.
    addEventListener("load", place);
  }

  // While the reader wishes it, the evidence in the margin is that of the claim being read.
  function followReading() {
    const panels = document.querySelectorAll(".claim > .evidence");
    const contents = document.querySelector(".toc");
    if (!contents || !panels.length) return;
    const wide = matchMedia("(min-width: 64rem)");
    const button = document.createElement("button");
    const offer = document.createElement("p");
    const opened = new Set();
    button.type = "button";
    button.textContent = words.follow;
    button.setAttribute("aria-pressed", "false");
    offer.className = "offer wide";
    offer.append(button);
    contents.append(offer);

    function close() {
      for (const panel of opened) panel.open = false;
      opened.clear();
    }

    const watch = new IntersectionObserver(
      (seen) => {
        const read = seen.filter((one) => one.isIntersecting).pop();
        if (!read || !wide.matches) return;
        const panel = read.target.querySelector(".evidence");
        if (opened.has(panel)) return;
        close();
        if (panel.open) return;
        panel.open = true;
        opened.add(panel);
      },
      // The line that is read lies a third down the window.
      { rootMargin: "-33% 0px -66% 0px" },
    );

    button.addEventListener("click", () => {
      const on = button.getAttribute("aria-pressed") !== "true";
      button.setAttribute("aria-pressed", String(on));
      watch.disconnect();
      close();
      if (on) for (const panel of panels) watch.observe(panel.parentElement);
    });
  }

  if (navigator.clipboard) offerLinks();
  if ("IntersectionObserver" in window) followReading();
})();
