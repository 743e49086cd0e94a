"use strict";
(() => {
  const tool = (name) => document.querySelector(`[data-tool="${name}"]`);
  const [search, sort, shown, sorted] = ["search", "sort", "shown", "sorted"].map(tool);
  const selects = ["status", "owner", "group"].map(tool);
  const [status, owner, group] = selects.map((select) => () => select?.value ?? "");
  for (const select of [...selects, sort]) {
    for (const [value, text] of JSON.parse(select?.dataset.choices ?? "[]")) select.add(new Option(text, value));
  }
  const plain = (text) => text.normalize("NFKC").toLowerCase();

  // A unit is a target with its parts, which stay together.
  const units = [];
  for (const body of document.querySelectorAll("[data-group] tbody")) {
    const section = body.closest("[data-group]");
    for (const row of body.rows) {
      if (row.classList.contains("part") && units.length) units.at(-1).rows.push(row);
      else units.push({rows: [row], body, section, fold: body.closest("details")});
    }
  }
  const folds = [...document.querySelectorAll("[data-group] details")];
  const sections = [...document.querySelectorAll("[data-group]")];

  const texts = (unit) => {
    const own = unit.rows.map((row) => plain(`${row.id} ${row.cells[0].textContent}`));
    return own.map((text) => `${own[0]} ${text}`);
  };

  const filter = () => {
    const words = plain(search.value).split(/\s+/).filter(Boolean);
    const active = Boolean(words.length || status() || owner() || group());
    const inOrder = sort.value !== "file";
    let count = 0;
    for (const unit of units) {
      if (words.length) unit.texts ??= texts(unit);
      const fits = unit.rows.map((row, n) =>
        (!status() || row.dataset.status === status()) &&
        (!owner() || row.dataset.owner === owner()) &&
        words.every((word) => unit.texts[n].includes(word)));
      unit.shown = fits.includes(true) && (!group() || unit.section.dataset.group === group());
      unit.rows.forEach((row, n) => { row.hidden = !(unit.shown && (n === 0 || fits[n])); });
      count += unit.shown;
    }
    const seen = new Set(units.filter((unit) => unit.shown).flatMap((unit) => [unit.section, unit.fold, unit.body]));
    for (const section of sections) section.hidden = inOrder || !seen.has(section);
    for (const fold of folds) {
      fold.hidden = !seen.has(fold);
      fold.open = active && seen.has(fold);
    }
    for (const section of sections) {
      for (const table of section.querySelectorAll("table")) table.hidden = !seen.has(table.tBodies[0]);
    }
    sorted.hidden = !inOrder || !count;
    tool("tools").classList.toggle("chosen", active);
    shown.textContent = shown.dataset.text.replace("{shown}", count);
  };

  const order = () => {
    const key = sort.value;
    const all = [...units];
    if (key !== "file") {
      const place = (unit) => Number(unit.rows[0].dataset.order.split(" ")[key === "lead" ? 0 : 1]);
      for (const unit of all) unit.order = place(unit);
      all.sort((a, b) => a.order - b.order);
    }
    const lists = new Map();
    for (const unit of all) {
      const body = key === "file" ? unit.body : sorted.querySelector("tbody");
      if (!lists.has(body)) lists.set(body, new DocumentFragment());
      lists.get(body).append(...unit.rows);
    }
    for (const [body, list] of lists) body.append(list);
    filter();
  };

  const reset = () => {
    search.value = "";
    for (const select of selects) if (select) select.value = "";
    sort.value = "file";
    order();
  };

  // A link to a target opens what hides it.
  const reveal = () => {
    const row = document.querySelector("tr:target");
    if (!row) return;
    if (!row.checkVisibility?.()) {
      if (row.closest("[hidden]")) reset();
      const fold = row.closest("details");
      if (fold) fold.open = true;
    }
    row.scrollIntoView();
  };

  let waiting;
  search.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = setTimeout(filter, 150);
  });
  for (const select of selects) select?.addEventListener("change", filter);
  sort.addEventListener("change", order);
  tool("reset").addEventListener("click", () => { reset(); search.focus(); });
  addEventListener("hashchange", reveal);
  shown.textContent = shown.dataset.text.replace("{shown}", units.length);
  tool("tools").hidden = false;
  reveal();

  const link = tool("data");
  if ("DecompressionStream" in window) {
    const packed = Uint8Array.from(atob(link.href.split(",")[1]), (letter) => letter.charCodeAt(0));
    new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream("gzip"))).arrayBuffer().then((data) => {
      link.href = URL.createObjectURL(new Blob([data], {type: "text/csv"}));
      link.download = link.download.replace(/\.gz$/, "");
    });
  }
})();
