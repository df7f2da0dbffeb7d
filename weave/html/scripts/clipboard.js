// What several scripts use. Copies a text, and tells whether that went well; a
// page that came over plain http has no clipboard, and is asked the old way. If
// that fails, too, what is shown of the text is left selected, to be copied.
window.toClipboard = async (text, shown) => {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    const put = (event) => {
      event.clipboardData.setData("text/plain", text);
      event.preventDefault();
    };
    getSelection().selectAllChildren(shown);
    addEventListener("copy", put);
    const done = document.execCommand("copy");
    removeEventListener("copy", put);
    if (done) getSelection().removeAllRanges();
    return done;
  }
};
