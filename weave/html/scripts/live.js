// What only some readers use is loaded when they do: live.load("programs")
// promises that live/programs.js has run. It has no other way to say that it
// is there than to be: a page on disk may fetch nothing.
window.live = {
  packs: {}, // what a chapter's scripts bring; see weave/live/pack.cjs
  loads: {},
  load(name) {
    return this.loads[name] ??= new Promise((done, failed) => {
      const fail = (reason) => {
        delete this.loads[name];
        failed(new Error(reason));
      };
      if (typeof WebAssembly !== "object") return fail("This browser runs no WebAssembly (some do not, to be safer), so this page cannot run anything.");
      const script = document.createElement("script");
      script.src = `live/${name}.js`;
      script.onload = done;
      script.onerror = () => fail(`This copy of the book lacks live/${name}.js, so it cannot run this here.`);
      document.head.append(script);
    });
  },
  // The bytes that a script holds.
  async bytes(name) {
    await this.load(name);
    const packed = Uint8Array.from(atob(this.packs[name].bytes), (letter) => letter.charCodeAt(0));
    const stream = new Blob([packed]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
    return new Uint8Array(await new Response(stream).arrayBuffer());
  },
  // The WebAssembly of a program, "01-neuron", or of a chapter's figures,
  // "01-neuron.numbers", ready to be started. Data that both have compiled in
  // is in a script of its own.
  async module(name) {
    await this.load(name);
    for (const data of Object.keys(this.packs[name].data)) await this.load(data);
    try {
      const code = await this.bytes(name);
      for (const [data, at] of Object.entries(this.packs[name].data)) code.set(await this.bytes(data), at);
      return await WebAssembly.compile(code);
    } catch (error) {
      throw new Error(`What live/${name}.js holds is broken, or this browser is too old for it (${error.message}).`);
    }
  },
};
