-- Turns "[figure](#fig-bowl)" into "figure 1.4", with the address that it has in this output.

local press = require "press"
local labels = require "labels"

local given

-- A chapter's own id is its page; in XML no name begins with a digit.
local addresses = { html = function(label, id)
    if label.kind == "chapter" or label.kind == "appendix" then
      return press.page(label.stem)
    end
    return (label.stem == given.stem and "" or press.page(label.stem)) .. "#" .. id
  end, epub = function(_, id)
    return "#" .. (id:match("^%d") and "chapter-" .. id or id)
  end, tex = function(_, id) return "#" .. id end, }

local function refer(link)
  local id = link.target:match("^#(.+)$")
  if not id then return nil end
  local label, target = labels.of(id)
  if not label then return nil end -- made by shape, and in its place
  local text = pandoc.utils.stringify(link.content)
  if labels.kind_named(text) then
    local number = label.number
    if label.kind == "equation" then number = "(" .. number .. ")" end
    if number == "" then number = "“" .. label.title .. "”" end
    link.content = { pandoc.Str(text .. "\u{a0}" .. number) }
  end
  link.target = addresses[given.to](label, target)
  return link
end

return function(document, of)
  given = of
  document.blocks = document.blocks:walk { Link = refer }
  return document
end
