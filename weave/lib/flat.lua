-- Inlines as plain text, as checks want it: code between \1 and \2, a superscript as ^{…}, formulas as TeX.
-- What the press checks elsewhere is left out: notes, numbers of errata, and values, of each of which "…" is
-- left.

local values = require "values"

local function flat(inlines)
  local parts = {}
  local flatten = { Space = function() return " " end, SoftBreak = function() return " " end,
    LineBreak = function() return " " end, Str = function(e) return e.text end, Code = function(e) return "\1"
    .. e.text .. "\2" end, Math = function(e) return " " .. values.without(e.text) .. " " end,
    Superscript = function(e) return "^{" .. flat(e.content) .. "}" end, Quoted = function(e) return '"'
    .. flat(e.content) .. '"' end, Note = function() return " " end, Image = function(e)
      return flat(e.caption) .. " " .. values.without(e.attributes.alt or "")
    end, Span = function(e)
      return e.classes:includes("erratum") and " " or flat(e.content)
    end, Link = function(e)
      return e.target:match("^value:") and "…" or flat(e.content)
    end, }
  for _, inline in ipairs(inlines) do
    local how = flatten[inline.t]
    parts[#parts + 1] = how and how(inline) or inline.content and flat(inline.content) or ""
  end
  return table.concat(parts)
end

return flat
