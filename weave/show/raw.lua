-- Text in the language of an output, as a block or in a line; what is given besides is set into it.

local function language(name)
  return {
    block = function(text, ...) return pandoc.RawBlock(name, text:format(...)) end,
    inline = function(text, ...) return pandoc.RawInline(name, text:format(...)) end,
  }
end

local raw = { html = language("html"), latex = language("latex") }

function raw.html.escape(text)
  return (text:gsub('[&<>"]', { ["&"] = "&amp;", ["<"] = "&lt;", [">"] = "&gt;", ['"'] = "&quot;" }))
end

return raw
