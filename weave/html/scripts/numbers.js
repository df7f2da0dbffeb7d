// Numbers that answer: a click on one, or Enter, shows the command that gives
// it and what that prints, as its title has them, and copies the command. One
// number of each section is a stop of the Tab key, and a button to who hears
// the page; the others stay words of their sentences. From a stop arrows lead
// to all that are shown, and take the stop of their section along.
const answering = "data[title]:not(:is(a, summary, label) *)";
const numbers = [...document.querySelectorAll(answering)];

const box = document.createElement("div");
box.className = "command";
box.popover = "auto";
box.role = "status";
const [command, line, said] = ["code", "code", "span"].map((name) =>
  box.appendChild(document.createElement(name)),
);

// A word of a command, which may not break behind a hyphen.
const word = (text) => {
  const span = document.createElement("span");
  span.textContent = text;
  return span;
};

const show = async (number) => {
  const [typed, printed] = number.title.split("\n");
  command.replaceChildren(...typed.split(/(?<= )(?!')/).map(word));
  line.textContent = printed;
  said.textContent = "\u00a0"; // the line that it will be
  box.style.left = 0; // where it has room
  box.togglePopover(true);
  const { left, top, bottom } = number.getBoundingClientRect();
  const { width, height } = box.getBoundingClientRect();
  const gap = 6;
  const right = document.documentElement.clientWidth - width - gap;
  const above = top - height - gap;
  const below = bottom + gap;
  const y = below + height > innerHeight && above > 0 ? above : below;
  box.style.left = `${scrollX + Math.max(gap, Math.min(left, right))}px`;
  box.style.top = `${scrollY + y}px`;
  const copied = await toClipboard(typed, command);
  said.textContent = copied ? "copied" : "selected, for you to copy";
};

const stops = new Map(); // by section, or by what may be hidden of it
const groups = new Map(); // by number, the section
const stopAt = (number) => {
  const before = stops.get(groups.get(number));
  before?.removeAttribute("tabindex");
  before?.removeAttribute("role");
  stops.set(groups.get(number), number);
  number.tabIndex = 0;
  // A button's name is words; a formula is to be heard as one.
  if (!number.querySelector("math")) number.role = "button";
};

const arrows = { ArrowLeft: -1, ArrowUp: -1, ArrowRight: 1, ArrowDown: 1 };
const press = (event) => {
  const number = event.target.closest(answering);
  if (!number || event.ctrlKey || event.altKey || event.metaKey) return;
  if (event.key === "Enter" || event.key === " ") show(number);
  else if (event.key in arrows) {
    const shown = numbers.filter((one) => one.checkVisibility());
    const next = shown[shown.indexOf(number) + arrows[event.key]] ?? number;
    stopAt(next);
    box.hidePopover();
    next.focus();
  } else return;
  event.preventDefault();
};

if (box.togglePopover) {
  document.body.append(box);
  let section = null;
  for (const element of document.querySelectorAll(`h2, ${answering}`)) {
    if (element.localName === "h2") section = element;
    else {
      const group = element.closest("details, .sidenote, .answer") ?? section;
      groups.set(element, group);
      if (!stops.has(group)) stopAt(element);
    }
  }
  addEventListener("keydown", press);
  addEventListener("click", (event) => {
    const number = event.target.closest(answering);
    if (number && getSelection().isCollapsed) show(number);
  });
}
