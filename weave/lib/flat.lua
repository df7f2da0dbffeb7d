-- Inlines as plain text, as checks want it: code between \1 and \2, a superscript as ^{…}, formulas as TeX.
-- Left out is what is checked elsewhere: notes, numbers of errata, and values, for each of which "…" stands.

local values = require "values"

local flat

local function blank() return " " end

-- By what an inline is; of any other that holds inlines, these are taken.
local text_of = {
  Space = blank, SoftBreak = blank, LineBreak = blank, Note = blank,
  Str = function(str) return str.text end,
  Code = function(code) return "\1" .. code.text .. "\2" end,
  Math = function(math) return " " .. values.without(math.text) .. " " end,
  Superscript = function(power) return "^{" .. flat(power.content) .. "}" end,
  Quoted = function(words) return '"' .. flat(words.content) .. '"' end,
  Image = function(image) return flat(image.caption) .. " " .. values.without(image.attributes.alt or "") end,
  Span = function(span) return span.classes:includes("erratum") and " " or flat(span.content) end,
  Link = function(link) return link.target:match("^value:") and "…" or flat(link.content) end,
}

function flat(inlines)
  local parts = {}
  for i, inline in ipairs(inlines) do
    local text = text_of[inline.t]
    parts[i] = text and text(inline) or inline.content and flat(inline.content) or ""
  end
  return table.concat(parts)
end

return flat
