// A moving figure: inputs on the one side, the numbers that the book's C makes of them on the other. What is here is the same for all:
// controls, steps, the guess before and the task after, the address. What is drawn is a figure's own; see weave/README.md.
import { html, set, shown, svg } from "./drawing.js";

const kinds = {};

// name: that of the function in C; its figure has
//   inputs   in C's order: { label, book, and least, most, whole; or values to slide over; or choice: true }; one with `stays`
//            leaves the step as it is; where one that is `optional` is empty, C gets a NaN, and the number `start.NAME` shows in it;
//            one that `empties` others does so with each change
//   fields   { title, rows }: inputs that stand folded, as a table of names and words
//   steps    { most, of: "epoch", pace: step => how many at once, or wait: milliseconds a step }
//   shows    names of the numbers to show, or a name, a label and how many digits (6)
//   tables   [{ title, rows, open }]: more of them, as tables, folded where they have a title
//   stage    [width, height], and the same for phones
//   build    (stage, { change, narrow, says, steps }) => (numbers, inputs, step) => draws; change: (inputs, whether nothing is said of it) =>
//            sets them; steps: the nodes that the chapter has for each step
//   tells    (numbers, inputs, step) => what is said when a change has ended
//   done     (numbers, inputs, step, whether it runs) => whether the task is done
export const figure = (name, definition) => (kinds[name] = { name, ...definition });

// The functions of a chapter's C. None of them prints or reads: what they ask of WASI is not there (8 is its EBADF).
async function started(stem) {
  const module = await live.module(`${stem}.numbers`);
  const none = new Proxy({}, { get: () => () => 8 });
  const { exports } = await WebAssembly.instantiate(module, { wasi_snapshot_preview1: none, env: none });
  exports._initialize?.();
  return exports;
}

function textAt({ memory }, at) {
  const bytes = new Uint8Array(memory.buffer, at);
  return new TextDecoder().decode(bytes.slice(0, bytes.indexOf(0)));
}

// What C says of a figure: its numbers in order, and the words of each choice.
function saidBy(c, name) {
  const [names, ...choices] = textAt(c, c[`${name}_says`]()).split("\n");
  return {
    numbers: names.split(" ").map((item) => [item.split("*")[0], Number(item.split("*")[1] ?? 0)]),
    choices: Object.fromEntries(choices.map((line) => line.split(" ")).map(([input, words]) => [input, words.split("|")])),
  };
}

live.open = async (place) => {
  const { draws, stem, of } = place.dataset;
  const kind = kinds[draws], c = await started(stem), says = saidBy(c, draws);
  const still = document.getElementById(of), narrow = innerWidth <= 640;
  const names = Object.keys(kind.inputs);
  const choices = (name) => says.choices[name];
  const book = Object.fromEntries(names.map((name) => [name, kind.inputs[name].book ?? null]));
  let inputs = { ...book }, step = 0, moving = false, asked = false, isDone = false;

  const compute = () => {
    const into = c.inputs();
    new Float64Array(c.memory.buffer, into, names.length + 1).set([...names.map((name) => inputs[name] ?? NaN), step]);
    let at = c[draws](into);
    const numbers = {};
    for (const [name, length] of says.numbers) {
      const row = new Float64Array(c.memory.buffer, at, length || 1);
      numbers[name] = length ? row : row[0];
      at += 8 * row.length;
    }
    return numbers;
  };

  // The panel
  const title = `${still.querySelector("figcaption b").textContent}, moving`;
  const status = html("p", { class: "status", role: "status" });
  const [width, height] = kind.stage[Number(narrow)];
  const stage = svg("svg", { viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${title}. Its numbers stand below.` });
  const fields = {};
  const button = (label, act) => {
    const made = html("button", { type: "button" }, label);
    made.addEventListener("click", act);
    return made;
  };
  const typed = (field) => (field.value === "" ? NaN : Number(field.value)); // letters, too, leave a field of numbers empty
  const folded = kind.fields?.rows.flat() ?? [];
  const rows = names.filter((name) => !folded.includes(name)).map((name) => control(name));
  const at = html("input", { type: "number", min: 0, max: kind.steps.most, "aria-label": kind.steps.of });
  at.addEventListener("change", () => change({}, typed(at), "said"));
  const run = button("Run", () => (moving ? halt() : play()));
  const row = html("div", { class: "buttons" }, run, button("Step", () => stepBy(1)), button("Back", () => stepBy(-1)),
    button("Reset", () => change({}, 0, "said")), html("label", {}, `${kind.steps.of} `, at));
  const listed = html("dl", { class: kind.shows.some((item) => item[2] > 6) ? "numbers long" : "numbers" });
  const values = [];
  const value = (name, digits) => {
    const made = html("data", { "data-name": name });
    values.push([name, made, digits]);
    return made;
  };
  for (const [name, label = name, digits] of kind.shows.map((item) => [item].flat())) listed.append(html("div", {}, html("dt", {}, label), html("dd", {}, value(name, digits))));
  // In a table names have cells; what has none is a head, and may be a pair of it and the class of a line, which stands by it.
  const cellOf = (item, known, cell) => {
    const [words, style] = [item].flat();
    if (known(words)) return html("td", {}, cell(words));
    const line = style ? [svg("svg", { viewBox: "0 0 20 4", "aria-hidden": true }, svg("path", { d: "M0 2h20", class: `line ${style}` }))] : [];
    return html(words ? "th" : "td", {}, ...line, words.trim());
  };
  const group = ({ title, rows, open }, known, cell) => {
    const table = html("table", {}, ...rows.map((row) => html("tr", {}, ...row.map((item) => cellOf(item, known, cell)))));
    const box = html("div", { class: "table", role: "group", tabindex: 0, "aria-label": title ?? "Numbers" }, table);
    return title ? html("details", open ? { open: "" } : {}, html("summary", {}, title), box) : box;
  };
  const tables = (kind.tables ?? []).map((table) => group(table, (name) => says.numbers.some(([said]) => said === name), (name) => value(name, 4)));
  const start = kind.fields ? [group(kind.fields, (name) => names.includes(name), field)] : [];
  const told = place.querySelector("template").content.cloneNode(true);
  const ask = told.querySelector(".ask"), task = told.querySelector(".task");
  const controls = html("fieldset", {}, html("div", { class: "inputs" }, ...rows), ...start, row);
  const away = html("div", { class: "away" }, button("As in the book", () => change(book, 0, "said")), button("Still", close));
  const panel = html("div", { class: "panel", role: "group", "aria-label": title, tabindex: -1 }, html("p", { class: "kicker" }, title), ask, stage, controls, listed, ...tables, status, task, away);
  const steps = [...told.querySelectorAll(".steps > ol > li")].map((item) => [...item.childNodes]);
  const draw = kind.build(stage, { change: (changes, quietly) => asked && put(changes, quietly ? undefined : "said"), narrow, says, steps });

  function field(name) {
    const { label = name, optional } = kind.inputs[name];
    const made = html("input", { type: "number", step: "any", "aria-label": label });
    made.addEventListener("change", () => put({ [name]: optional && made.value === "" ? null : typed(made) }, "said"));
    fields[name] = (number, numbers) => {
      if (!moving || document.activeElement !== made) made.value = number === null ? "" : Number(number.toPrecision(6));
      if (optional) made.placeholder = shown(numbers[`start.${name}`], 4);
    };
    return made;
  }

  function control(name) {
    const { label = name, least, most, whole, values, choice } = kind.inputs[name];
    const called = html("span", {}, label);
    if (choice) {
      const list = html("select", {}, ...choices(name).map((word) => html("option", {}, word)));
      list.addEventListener("change", () => put({ [name]: list.selectedIndex }, "said"));
      fields[name] = (number) => (list.selectedIndex = number);
      return html("label", {}, called, list);
    }
    const number = field(name), showNumber = fields[name];
    if (whole && !values) {
      const next = button("another", () => put({ [name]: inputs[name] < most ? inputs[name] + 1 : least }, "said"));
      next.ariaLabel = `another ${label}`;
      return html("div", {}, called, number, next);
    }
    const range = html("input", { type: "range", "aria-label": `${label}, slider`,
      ...(values ? { min: 0, max: values.length - 1 } : { min: least, max: most, step: (most - least) / 200 }) });
    const picked = () => (values ? values[range.value] : Number(range.value));
    range.addEventListener("input", () => put({ [name]: picked() }));
    range.addEventListener("change", () => put({ [name]: picked() }, "said"));
    fields[name] = (is) => {
      showNumber(is);
      range.value = values ? values.findLastIndex((value) => value <= is) : is;
      range.ariaValueText = shown(is);
    };
    return html("div", { class: label.length > 4 ? "wide" : "" }, called, range, number);
  }

  const given = (number) => (Number.isNaN(number) ? "none" : number);
  // Why an input cannot be this, or nothing.
  function refusal(name, number) {
    const { label = name, least, most, whole, values, choice, optional } = kind.inputs[name];
    if (optional && number === null) return "";
    const [low, high] = choice ? [0, choices(name).length - 1] : values ? [values[0], values.at(-1)] : [least, most];
    const fits = number >= low && number <= high && (!(whole || choice) || Number.isInteger(number));
    return fits ? "" : `${label}: expected a ${whole ? "whole " : ""}number from ${shown(low)} to ${shown(high)}, got ${given(number)}`;
  }

  function put(changes, said) {
    const changed = Object.keys(changes), emptied = changed.flatMap((name) => kind.inputs[name].empties ?? []);
    change({ ...Object.fromEntries(emptied.map((name) => [name, null])), ...changes }, changed.every((name) => kind.inputs[name].stays) ? step : 0, said);
  }

  function change(changes, to, said) {
    const faults = Object.entries(changes).map(([name, number]) => refusal(name, number));
    if (!(Number.isInteger(to) && to >= 0 && to <= kind.steps.most)) faults.push(`${kind.steps.of}: expected a whole number from 0 to ${kind.steps.most}, got ${given(to)}`);
    const fault = faults.find(Boolean);
    if (!fault) {
      halt();
      inputs = { ...inputs, ...changes };
      step = to;
    }
    redraw(fault ? undefined : said);
    if (fault) {
      status.textContent = fault;
      remember();
    }
  }

  function stepBy(n) {
    if (step + n >= 0 && step + n <= kind.steps.most) change({}, step + n, "said");
  }

  // One drawing a frame, however much has changed.
  let frame = 0, announce = false;
  function redraw(said) {
    announce ||= Boolean(said);
    frame ||= requestAnimationFrame(show);
  }

  function show() {
    const numbers = compute();
    frame = 0;
    // A run that leaves the finite numbers has no picture.
    const broken = values.some(([name]) => !Number.isFinite(numbers[name])) || numbers.diverged > 0;
    if (!broken) draw(numbers, inputs, step);
    for (const [name, value, digits] of values) {
      value.value = numbers[name];
      value.textContent = shown(numbers[name], digits);
    }
    for (const name of names) fields[name]?.(inputs[name], numbers);
    if (!moving || document.activeElement !== at) at.value = step;
    if (broken) halt();
    if (announce || broken) {
      status.textContent = broken ? `Diverged by ${kind.steps.of} ${step}: a number is no longer finite.` : kind.tells(numbers, inputs, step);
      remember();
    }
    announce = false;
    if (!isDone && asked && !broken && kind.done(numbers, inputs, step, moving)) {
      isDone = true;
      task.classList.add("done");
      status.textContent += " The task is done.";
    }
  }

  let plays = 0; // one that was halted goes on no more, though its next move may still come
  function play() {
    const mine = ++plays;
    if (step >= kind.steps.most) step = 0;
    moving = true;
    status.textContent = "";
    run.textContent = "Pause";
    const { wait, pace = (now) => 1 + Math.floor(now / 40) } = kind.steps;
    const still = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const tick = () => {
      if (!moving || mine !== plays) return;
      step = still ? kind.steps.most : Math.min(kind.steps.most, step + (wait ? 1 : pace(step)));
      if (step === kind.steps.most) halt();
      redraw(moving ? undefined : "said");
      if (wait) setTimeout(tick, wait);
      else requestAnimationFrame(tick);
    };
    tick();
  }

  function halt() {
    if (moving) redraw("said");
    moving = false;
    run.textContent = "Run";
  }

  // The address: all that is not as in the book.
  function remember() {
    const parts = names.filter((name) => inputs[name] !== book[name]).map((name) => `${name}=${choices(name)?.[inputs[name]] ?? inputs[name]}`);
    if (step > 0) parts.push(`step=${step}`);
    history.replaceState(null, "", `#${of}?${parts.join("&")}`);
  }

  function recall() {
    const [id, query] = location.hash.slice(1).split("?");
    if (id !== of || query === undefined) return;
    const given = Object.fromEntries(new URLSearchParams(query)), { step: to = 0, ...rest } = given;
    const unknown = Object.keys(rest).find((name) => !names.includes(name));
    const changes = Object.fromEntries(Object.entries(rest).map(([name, text]) => [name, choices(name) ? choices(name).indexOf(text) : Number(text)]));
    delete changes[unknown];
    guessed();
    change({ ...book, ...changes }, Number(to), "said");
    if (unknown) requestAnimationFrame(() => (status.textContent += ` The address has "${unknown}", which is no input of this figure.`));
    still.closest(".answer")?.dispatchEvent(new Event("beforematch")); // opens one that waits for a guess
    still.scrollIntoView({ behavior: "instant" });
  }

  // The guess comes first, and may be skipped.
  function guessed() {
    if (asked) return;
    asked = true;
    controls.title = "";
    controls.disabled = false;
    skip.remove();
    ask.classList.add("asked");
    const list = ask.querySelector("ul"), folded = html("details", {}, html("summary", {}, "What could be guessed"));
    if (!list.querySelector(".chosen")) {
      list.before(folded);
      folded.append(list);
    }
    for (const item of ask.querySelectorAll("li button")) item.disabled = true;
    status.textContent = "Now it can be moved.";
    run.focus({ preventScroll: true });
  }

  for (const item of ask.querySelectorAll("li")) {
    const reason = item.querySelector(".reason"), words = [...item.childNodes].filter((node) => node !== reason);
    const choose = button("", () => {
      item.classList.add("chosen");
      guessed();
    });
    choose.append(...words);
    item.replaceChildren(choose, html("details", { class: "why" }, html("summary", {}, "Compare"), reason));
  }
  const skip = button("Skip the guess", guessed);
  controls.title = "First the guess";
  ask.append(skip);
  controls.disabled = true;

  // On a slow phone most of a frame goes into the rest of a long page: what is far away is left out, and keeps its height.
  function lighten() {
    const blocks = [...document.querySelector("main").children], any = document.querySelector(".panel");
    const heights = blocks.map((block) => block.offsetHeight);
    blocks.forEach((block, i) => {
      block.style.containIntrinsicHeight = `auto ${heights[i]}px`;
      block.classList.toggle("light", any !== null && !block.querySelector(".panel"));
    });
  }

  function close() {
    halt();
    panel.remove();
    still.classList.remove("moves");
    lighten();
    history.replaceState(null, "", `#${of}`);
    place.querySelector(".move").focus();
  }

  live.reopen ??= {};
  live.reopen[of] = () => {
    still.append(panel);
    still.classList.add("moves");
    lighten();
    redraw();
    still.scrollIntoView({ behavior: "instant" });
    panel.focus({ preventScroll: true });
  };
  live.reopen[of]();
  addEventListener("hashchange", recall);
  recall();
};
