// A block that runs a program of the book gets a button that runs it here, with
// arguments that can be edited. What does it is loaded at the first click.
for (const run of document.querySelectorAll("[data-program]")) {
  run.innerHTML = `<form><button>Run</button>
    <label>build/${run.dataset.program} <input aria-label="Arguments" spellcheck="false" autocapitalize="off" autocomplete="off" autocorrect="off"></label>
    </form><output tabindex="0" aria-label="Output" aria-live="off" hidden></output><p class="ended" role="status"></p>`;
  const [form, , ended] = run.children;
  const [button, field] = form.elements;
  field.value = run.dataset.arguments;
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    ended.textContent = "Running";
    try {
      await live.load("programs");
      await live.run(run, button, field.value);
    } catch (error) {
      ended.textContent = error.message;
    }
  });
}
