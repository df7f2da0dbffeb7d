-- Refuses names that no other step knows: a misspelt class or attribute would go unnoticed, as would a div
-- that is never closed and a note that a heading cannot hold.

local press = require "press"

local piece

-- What has classes and attributes: each class ("none" is none) with the attributes that it may have.
local known = {
  Div = { exercise = "stars kind title heart", correction = "is", index = "", predict = "", answer = "", question = "",
    pairs = "file", live = "of draws", table = "", solutions = "" },
  -- Of a c block the author is told what to do instead.
  CodeBlock = { none = "", python = "", c = "", listing = "", rest = "", console = "exit" },
  Span = { none = "", erratum = "" },
  Link = { none = "fmt within", uri = "" },
  Image = { none = "alt" },
  Header = { none = "map", unnumbered = "", page = "map" },
}

-- The boxes of the small map of the book.
local boxes = press.once(function()
  local names = {}
  for name in press.read(press.folder .. "html/map.html"):gmatch('data%-box="(%w+)"') do names[name] = true end
  return names
end)

local rules = {}
for kind, classes in pairs(known) do
  rules[kind] = function(element)
    local named = #element.classes > 0 and element.classes or pandoc.List { "none" }
    local allowed = " "
    for _, class in ipairs(named) do
      if not classes[class] then piece.fault(class, '%s knows no class "%s"', kind, class) end
      allowed = allowed .. (classes[class] or "") .. " "
    end
    for key in pairs(element.attributes) do
      if not allowed:find(" " .. key .. " ", 1, true) then
        piece.fault(key .. "=", '%s (%s) knows no attribute "%s"', kind, named[1], key)
      end
    end
    for box in (element.attributes.map or ""):gmatch("%S+") do
      if not boxes()[box] then piece.fault(box, 'map: the map has no box "%s"', box) end
    end
    if kind == "Header" and element.content:find_if(function(inline) return inline.t == "Note" end) then
      piece.fault(nil, 'a note stands in the heading "%s"', pandoc.utils.stringify(element))
    end
  end
end

function rules.Para(paragraph)
  local first = paragraph.content[1]
  if first.text and first.t == "Str" and first.text:match("^:::") then
    piece.fault(pandoc.utils.stringify(paragraph):match("^:+ ?%S*"), "a div that is not closed, or closed twice")
  end
end

return function(blocks, of)
  piece = of
  blocks:walk(rules)
  return blocks
end
