// @ts-check
// The page of all themes: reorders the rows, and compares two conferences side by side.
(() => {
  "use strict";
  const start = () => {
    /** @type {HTMLTableElement} */
    const table = document.querySelector(".matrix.is-whole");
    if (!table) return;
    const body = table.tBodies[0];
    const rows = [...body.rows];
    const order = /** @type {HTMLSelectElement} */ (document.getElementById("order"));
    const rank = (row) => Number(row.dataset.ranks.split(" ")[order.selectedIndex]);
    const sort = () => body.append(...rows.sort((a, b) => rank(a) - rank(b)));
    order.addEventListener("change", sort);
    // A browser may restore an earlier choice.
    if (order.selectedIndex > 0) sort();

    /** @type {HTMLFormElement & Record<"a" | "b", HTMLSelectElement>} */
    const form = document.querySelector("#compare form");
    const parts = document.querySelector(".comparison");
    const editions = (form.dataset.editions ?? "").split(" ");
    const column = (id) => editions.indexOf(id);
    const countAt = (row, at) => row.dataset.editions.split(" ")[at];
    const item = (row, columns) => {
      const theme = row.cells[0].querySelector("a").cloneNode(true);
      const counts = columns.map((at) => countAt(row, at));
      const count = document.createElement("span");
      count.className = "count";
      count.textContent = counts.join(" : ");
      const li = document.createElement("li");
      if (counts.every((n) => n === "1")) li.dataset.weight = "one";
      li.append(theme, " ", count);
      return [li, counts.reduce((sum, n) => sum + Number(n), 0)];
    };
    const compare = () => {
      const [a, b] = [column(form.a.value), column(form.b.value)];
      const has = (row, at) => countAt(row, at) !== "0";
      const names = { a: form.a.selectedOptions[0].text, b: form.b.selectedOptions[0].text };
      const sides = {
        a: [(row) => has(row, a) && !has(row, b), [a]],
        both: [(row) => has(row, a) && has(row, b), [a, b]],
        b: [(row) => !has(row, a) && has(row, b), [b]],
      };
      for (const part of /** @type {Iterable<HTMLElement>} */ (parts.children)) {
        const { side, words } = part.dataset;
        const [isIn, columns] = sides[side];
        const items = rows.filter(isIn).map((row) => item(row, columns)).sort(([, x], [, y]) => y - x);
        part.querySelector("h3").textContent = `${words.replace("{}", names[side] ?? "")} (${items.length})`;
        part.querySelector("ul").replaceChildren(...items.map(([li]) => li));
      }
      parts.hidden = false;
    };
    const asked = new URLSearchParams(location.search);
    const chosen = ["a", "b"].filter((side) => column(asked.get(side)) >= 0);
    for (const side of chosen) form[side].value = asked.get(side);
    if (chosen.length > 0) {
      compare();
      document.getElementById("compare").scrollIntoView();
    }
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      history.replaceState(history.state, "", `?a=${form.a.value}&b=${form.b.value}#compare`);
      compare();
    });
  };
  addEventListener("DOMContentLoaded", start);
})();
