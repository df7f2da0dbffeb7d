// Runs a program of the book below the block that runs it in the text: in a worker, so that a long run can be stopped, with files that
// stay in the page.
import source from "worker.txt";
import { html } from "./drawing.js";

const worker = URL.createObjectURL(new Blob([source], { type: "text/javascript" }));
const modules = {};
const files = (live.files = new Map()); // full names and bytes
const most = 200_000; // characters that are shown

// As a shell splits them.
function wordsOf(line) {
  const words = [], pieces = /"((?:[^"\\]|\\.)*)"|'([^']*)'|\\(.)|([^\s"'\\]+)|(\s+)/gs;
  let word = null, length = 0;
  for (const [all, double, single, escaped, plain, space] of line.matchAll(pieces)) {
    length += all.length;
    if (space === undefined) word = (word ?? "") + (double?.replace(/\\(["\\$`])/g, "$1") ?? single ?? escaped ?? plain);
    else if (word !== null) word = words.push(word) && null;
  }
  if (length < line.length) throw new Error("A quote is not closed.");
  return word === null ? words : [...words, word];
}

// The files that there are, to be looked at, changed and taken along.
function list(run) {
  const old = run.querySelector(".files");
  old?.remove();
  const rows = [...files].map(([name, bytes]) => {
    const link = html("a", { download: name.replace(/.*\//, ""), href: "#" }, "download");
    link.onclick = () => (link.href = URL.createObjectURL(new Blob([files.get(name)])));
    const edit = html("button", { type: "button", "aria-label": `edit ${name}` }, "edit");
    const row = html("li", {}, html("code", {}, name), ` ${bytes.length.toLocaleString("en")} bytes `, edit, " ", link);
    edit.onclick = () => {
      const text = html("textarea", { spellcheck: false, "aria-label": name });
      text.value = new TextDecoder().decode(files.get(name));
      text.oninput = () => files.set(name, new TextEncoder().encode(text.value));
      text.onblur = () => {
        text.remove();
        edit.hidden = false;
      };
      edit.hidden = true;
      row.append(text);
      text.focus();
      text.setSelectionRange(0, 0);
    };
    return row;
  });
  if (files.size > 0) run.append(html("details", { class: "files", ...(old?.open && { open: "" }) }, html("summary", {}, `Files in this page: ${files.size}`), html("ul", {}, ...rows)));
}

// The lines that the text shows of what was printed, where it shows some.
function mark(run, output) {
  const shown = [...run.closest(".console").querySelector("pre").textContent.split("\n")];
  const pieces = output.textContent.split(/(?<=\n)/);
  if (!run.hasAttribute("data-part")) return;
  let next = 0;
  output.replaceChildren(...pieces.map((line) => {
    const at = shown.indexOf(line.trimEnd(), next);
    if (at < 0 || line.trim() === "") return line;
    next = at + 1;
    return html("mark", {}, line);
  }));
}

live.run = async (run, button, line) => {
  const { program } = run.dataset;
  const [, output, ended] = run.children;
  if (button.stop) return button.stop();
  const words = wordsOf(line);
  modules[program] ??= await live.module(program);
  const given = { ...live.packs[program].files, ...(run.dataset.file && { [run.dataset.file]: `${run.dataset.text}\n` }) };
  for (const [name, text] of Object.entries(given)) if (!files.has(name)) files.set(name, new TextEncoder().encode(text));
  const began = performance.now(), decode = new TextDecoder(), job = new Worker(worker);
  let waiting = "", printed = 0;
  const show = () => {
    const room = Math.max(0, most - printed);
    output.append(waiting.slice(0, room));
    printed += waiting.length;
    waiting = "";
  };
  output.replaceChildren();
  output.hidden = false;
  button.textContent = "Stop";
  delete run.dataset.exit;
  await new Promise((done) => {
    const end = (how, code) => {
      job.terminate();
      delete button.stop;
      button.textContent = "Run";
      show();
      const widths = output.textContent.split("\n").map((text) => text.length);
      output.style.setProperty("--columns", Math.min(76, Math.max(40, ...widths)));
      output.hidden = printed === 0;
      if (printed > most) how += `; ${(printed - most).toLocaleString("en")} characters more are not shown`;
      if (code !== undefined) run.dataset.exit = code;
      ended.textContent = `${how}, ${((performance.now() - began) / 1000).toFixed(2)} s`;
      if (line === run.dataset.arguments) mark(run, output);
      done();
    };
    button.stop = () => end("Stopped");
    job.onerror = ({ message }) => end(message);
    job.onmessage = ({ data }) => {
      if (data.out) {
        if (waiting === "") requestAnimationFrame(show);
        waiting += decode.decode(data.out, { stream: true });
      } else if (data.progress !== undefined) {
        ended.textContent = data.progress;
      } else if (data.fault) {
        end(data.fault);
      } else {
        files.clear();
        for (const [name, bytes] of data.files) files.set(name, bytes);
        end(data.code === 0 ? "Ended well" : `Exit code ${data.code}`, data.code);
        list(run);
      }
    };
    job.postMessage({ module: modules[program], name: program, words, files: [...files] });
  });
};
