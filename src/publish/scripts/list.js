// @ts-check The reading list. The address has its talks; the browser's storage is only a convenience.
// It begins after the script of every page, which keeps the list.
addEventListener("DOMContentLoaded", () => {
  "use strict";
  const TALK = 1;
  const { palette, names, integrity, root } = document.querySelector("script[data-palette]").dataset;
  const lists = document.documentElement.hallwayList;
  const asked = new URLSearchParams(location.search).get("talk");
  const ids = [...new Set((asked ?? lists.kept().join(",")).split(",").filter(Boolean))];
  /** @type {Collection} */
  let data;
  // A list from somebody else does not change the reader's own list until the reader saves it.
  let isOwn = false;
  const isUnkept = location.hash === lists.UNKEPT;

  const row = (id) => data.names.find((name) => name[0] === TALK && name[1] === id);
  const page = (id) => `${root}talk/${encodeURIComponent(id)}.html`;
  const el = (tag, text, props = {}) => Object.assign(document.createElement(tag), { textContent: text, ...props });
  const recaps = (talk) => (talk?.[4] ?? []).map((place) => data.names[place]);

  const item = (id) => {
    const talk = row(id);
    const li = document.createElement("li");
    li.className = "note-item";
    const remove = el("button", data.words.remove, { type: "button", className: "quiet-button no-print" });
    remove.setAttribute("aria-label", `${data.words.remove}: ${talk?.[2] ?? id}`);
    remove.addEventListener("click", () => {
      ids.splice(ids.indexOf(id), 1);
      draw();
      (document.querySelector("#list button") ?? document.querySelector("h1")).focus();
    });
    li.append(el("a", talk?.[2] ?? id, { href: page(id), className: "note-title" }));
    li.append(el("p", talk?.[3] ?? data.words.unknown, { className: "note-authors" }));
    for (const recap of recaps(talk)) {
      const line = el("p", "", { className: "citation" });
      line.append(el("a", recap[2], { href: `${root}recap/${recap[1]}.html` }), recap[3] && `, ${recap[3]}`);
      if (recap[4]) line.append(" ", el("a", data.words.original, { href: recap[4] }));
      li.append(line);
    }
    li.append(remove);
    return li;
  };

  const draw = () => {
    const search = ids.length > 0 ? `?talk=${ids.join(",")}` : location.pathname;
    history.replaceState(history.state, "", search);
    document.getElementById("list").replaceChildren(...ids.map(item));
    document.getElementById("list-empty").hidden = ids.length > 0;
    for (const tool of document.querySelectorAll("[data-needs-talks]")) {
      // Without https a browser has no clipboard to copy to.
      tool.hidden = ids.length === 0 || (tool.dataset.do === "copy" && !navigator.clipboard);
    }
    if (isOwn) lists.keep(ids);
    document.querySelector("[data-do=keep]").hidden = isOwn || !lists.canKeep || ids.length === 0;
    document.getElementById("list-unkept").hidden = !isUnkept && (!isOwn || lists.canKeep);
    document.getElementById("list-status").textContent = ids.length > 0 ? data.words.talks.replace("{}", ids.length) : "";
  };

  const said = (words) => { document.getElementById("list-status").textContent = words; };
  const tools = {
    add: async () => (await import(palette)).palette({
      names, integrity, root, kind: TALK,
      choose: ([, id]) => { if (!ids.includes(id)) ids.push(id); draw(); },
    }),
    markdown: async () => {
      const { markdown, save } = await import(palette);
      const talks = ids.map((id) => row(id) ?? [TALK, id, id, "", []]);
      save("reading-list.md", markdown({ title: document.querySelector("h1").textContent, talks, names: data.names, root }), "text/markdown");
    },
    copy: () => navigator.clipboard.writeText(location.href).then(() => said(data.words.copied), () => {}),
    print: () => print(),
    keep: () => { isOwn = true; draw(); },
    clear: () => { ids.length = 0; draw(); },
  };

  const start = async () => {
    document.getElementById("list-tools").addEventListener("click", (event) => {
      const button = event.target.closest("[data-do]");
      if (button) tools[button.dataset.do]();
    });
    try {
      data = await (await import(palette)).load(names, integrity);
      isOwn = lists.kept().join() === ids.join();
      draw();
    } catch {
      document.getElementById("list").replaceChildren(...ids.map((id) => {
        const li = document.createElement("li");
        li.append(el("a", id, { href: page(id) }));
        return li;
      }));
      document.getElementById("list-failed").hidden = false;
    }
  };
  start();
});
