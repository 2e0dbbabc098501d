"use strict";
(() => {
  const shown = new URL(document.currentScript.src).searchParams.get("at");
  let stream = null;
  let box = null;

  function show(problems) {
    if (box) box.remove();
    box = null;
    if (!problems.length) return;
    box = document.createElement("section");
    box.id = "tellings-problems";
    box.setAttribute("role", "alert");
    box.style.cssText =
      "position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;margin:0;padding:1rem;" +
      "background:#fff8f0;color:#201000;border-top:4px solid #b00020;z-index:2147483647;" +
      "font:1rem/1.5 ui-monospace,monospace";
    const heading = document.createElement("h2");
    heading.textContent = "Not rebuilt: this page is as it was before the last save";
    heading.style.cssText = "margin:0 0 .5rem;font:bold 1.1rem/1.4 system-ui,sans-serif";
    const list = document.createElement("pre");
    list.textContent = problems.join("\n");
    list.style.cssText = "margin:0;white-space:pre-wrap;overflow-wrap:anywhere";
    box.append(heading, list);
    document.body.append(box);
  }

  function listen() {
    if (stream || document.hidden) return;
    stream = new EventSource("/_tellings/events");
    stream.onmessage = (message) => {
      const state = JSON.parse(message.data);
      if (state.at !== shown) location.reload();
      else show(state.problems);
    };
  }

  // Beside each claim, quotation and stance: a link to the corrections that would change it.
  function offer(into, asked) {
    const link = document.createElement("a");
    link.href = "/_tellings/correct?" + new URLSearchParams(asked);
    link.textContent = "correct this";
    link.className = "tellings-correct";
    link.style.cssText = "font:.75rem/1.5 system-ui,sans-serif;margin-left:.5rem";
    into.append(" ", link);
  }

  function place(link) {
    const path = new URL(link.href).pathname;
    const found = path.match(/\/events\/([^/]+)\/sources\/([^/]+)\//);
    return found ? { event: found[1], source: found[2] } : null;
  }

  function sentence(within) {
    for (const link of within.querySelectorAll("a[href*='#s-']")) {
      const found = place(link);
      if (found) return { ...found, sentence: new URL(link.href).hash.slice(1) };
    }
    return null;
  }

  const here = location.pathname.match(/\/events\/([^/]+)\//);
  if (here) {
    for (const one of document.querySelectorAll("article[id^='c-']"))
      offer(one.querySelector("p:last-of-type") || one, { event: here[1], claim: one.id });
    for (const one of document.querySelectorAll("#who .words p, .evl li")) {
      const asked = sentence(one);
      if (asked) offer(one.querySelector("p:last-of-type") || one, asked);
    }
    for (const row of document.querySelectorAll("table.stances tbody tr")) {
      const text = row.querySelector("th a");
      const asked = text && place(text);
      const heads = row.closest("table").querySelectorAll("thead th");
      for (const cell of asked ? row.querySelectorAll("td") : []) {
        const head = heads[cell.cellIndex] && heads[cell.cellIndex].querySelector("a[href^='#']");
        if (head) offer(cell, { ...asked, target: head.getAttribute("href").slice(1).replace(/^target-/, "") });
      }
    }
  }

  // A browser keeps few connections to one host: a tab that nobody sees gives its own back.
  function rest() {
    if (stream) stream.close();
    stream = null;
  }

  document.addEventListener("visibilitychange", () => (document.hidden ? rest() : listen()));
  addEventListener("pagehide", rest);
  addEventListener("pageshow", listen);
  listen();
})();
