// The book can be searched: from the bar, or by / where nobody types. What
// finds, search-index.js, is loaded when it is first wanted.
const most = 20;
const dialog = document.createElement("dialog");
dialog.className = "search";
dialog.setAttribute("aria-label", "Search");
dialog.innerHTML = `
<form role="search">
<input type="search" aria-label="Search the book"
  placeholder="A word, a name in C, an option, 2.6" autocomplete="off"
  autocapitalize="none" spellcheck="false" enterkeyhint="search">
<button type="button">Close</button>
</form>
<p role="status"></p>
<ol></ol>`;
const [form, status, list] = dialog.children;
const [words, leave] = form.elements;

const element = (name, ...content) => {
  const made = document.createElement(name);
  made.append(...content);
  return made;
};
const inked = (pieces) =>
  pieces.map(([text, meant]) => (meant ? element("mark", text) : text));
const item = ({ href, title, place, passage }) => {
  const link = element("a", ...inked(title));
  link.href = href;
  const where = element("span", place);
  return element("li", link, " ", where, element("p", ...inked(passage)));
};
const show = () => {
  const { count, best } = searchBook(words.value, most);
  list.replaceChildren(...best.map(item));
  const more = count > most ? `, of which these are the best ${most}` : "";
  const told = `${count} ${count === 1 ? "place" : "places"}${more}`;
  status.textContent = count ? told : words.value.trim() && "Nothing is found";
};

let finds;
const load = () => {
  finds = element("script");
  finds.src = "search-index.js";
  finds.onload = show;
  finds.onerror = () => (status.textContent = "search-index.js is not there.");
  document.head.append(finds);
};
const open = () => {
  if (!finds) load();
  if (!dialog.open) dialog.showModal();
  words.select();
};
words.addEventListener("input", () => globalThis.searchBook && show());
form.addEventListener("submit", (event) => {
  event.preventDefault();
  list.querySelector("a")?.click();
});
leave.addEventListener("click", () => dialog.close());
dialog.addEventListener("click", ({ target }) => {
  if (target === dialog || target.closest("a")) dialog.close();
});
// The arrows go from the words through the places. Escape would clear the words
// first, and close only then.
dialog.addEventListener("keydown", (event) => {
  const step = { ArrowDown: 1, ArrowUp: -1, Escape: 0 }[event.key];
  if (step === undefined) return;
  event.preventDefault();
  if (!step) return dialog.close();
  const stops = [words, ...list.querySelectorAll("a")];
  stops[stops.indexOf(document.activeElement) + step]?.focus();
});

const button = element("button");
button.type = "button";
button.className = "search-open";
button.title = "Search (/)";
button.setAttribute("aria-label", "Search");
button.setAttribute("aria-keyshortcuts", "/");
button.innerHTML = `
<svg viewBox="0 0 16 16" aria-hidden="true"><circle cx="6.5" cy="6.5" r="4.75"/><path d="m10 10 5 5"/></svg>`;
button.addEventListener("click", open);
document.querySelector("details.contents").before(button);
document.body.append(dialog);

const typing = "input:not([type=checkbox]), textarea, select, [contenteditable]";
addEventListener("keydown", (event) => {
  const { key, ctrlKey, altKey, metaKey, target } = event;
  if (key !== "/" || ctrlKey || altKey || metaKey || target.closest?.(typing)) return;
  event.preventDefault();
  open();
});
