"use strict";
// Asks the index that a build has made; without it the page says where else to look.
(() => {
  const form = document.querySelector("form.search");
  const words = form.dataset;
  const asked = form.querySelector("input");
  const status = document.querySelector(".search-status");
  const list = document.querySelector(".found");
  const most = 30;

  // An excerpt is markup; its words and its marks are taken over, and nothing else.
  function excerpt(markup) {
    const line = document.createElement("p");
    for (const node of new DOMParser().parseFromString(markup, "text/html").body.childNodes) {
      const marked = node.nodeName === "MARK";
      const piece = marked ? document.createElement("mark") : document.createTextNode("");
      piece.textContent = node.textContent;
      line.append(piece);
    }
    return line;
  }

  function entry(page) {
    const one = document.createElement("li");
    const heading = document.createElement("h2");
    const link = document.createElement("a");
    link.href = page.url;
    link.textContent = page.meta.title;
    heading.append(link);
    const where = document.createElement("p");
    where.className = "meta";
    where.textContent = page.meta.where ?? "";
    one.append(heading, where, excerpt(page.excerpt));
    return one;
  }

  async function look(engine) {
    const wanted = asked.value.trim();
    const found = await engine.debouncedSearch(wanted, {}, 150);
    if (found === null) return;
    const pages = await Promise.all(found.results.slice(0, most).map((one) => one.data()));
    list.replaceChildren(...pages.map(entry));
    const number = found.results.length;
    const said = number === 0 ? words.none : number === 1 ? words.one : words.many;
    status.textContent = wanted ? said.replace("%d", number) : "";
    const at = new URL(location.href);
    if (wanted) at.searchParams.set("q", wanted);
    else at.searchParams.delete("q");
    history.replaceState(null, "", at);
  }

  async function begin() {
    const site = new URL(words.site, location.href);
    const engine = await import(new URL("pagefind/pagefind.js", site));
    await engine.options({ baseUrl: site.pathname });
    await engine.init();
    form.hidden = false;
    document.querySelector(".no-search").hidden = true;
    form.addEventListener("submit", (event) => event.preventDefault());
    asked.addEventListener("input", () => look(engine));
    asked.value = new URLSearchParams(location.search).get("q") ?? "";
    if (asked.value) look(engine);
  }

  begin().catch(() => {});
})();
