-- What the EPUB has instead of what a page has: figures in files of their own, numbers without their digits;
-- folds and sidenotes it has none. And what it says of itself.

local press = require "press"
local labels = require "labels"
local by_class = require "show.by_class"

local rules = {}

-- In XML no name begins with a digit.
local function name(id) return (id:gsub("^#?%f[%d]", "%0chapter-")) end

function rules.Link(link)
  link.target = name(link.target)
  return link
end

function rules.Header(header)
  local number = header.attributes.number
  if number then header.content:insert(1, pandoc.Str(number .. "\u{2002}")) end
  header.attributes.number = nil
  header.identifier = name(header.identifier)
  return header
end

rules.Span = by_class { value = function(span) return span.content end }

local function figure(div)
  local given = div.attributes
  local image = pandoc.Image({ given.alt }, ("%s/figures/%s.outlined.svg"):format(press.out, given.file))
  local caption = pandoc.List { pandoc.Strong("Figure " .. given.number), " " }
  caption:extend(div.content[1].content)
  return pandoc.Div({ pandoc.Plain(image), pandoc.Para(caption) }, { id = div.identifier, class = "figure" })
end

rules.Div = by_class { figure = figure }

return function(document)
  document = document:walk(rules)
  document.meta = labels.book()
  document.meta.identifier = "urn:book:" .. document.meta.title:lower():gsub("%W+", "-")
  press.depends(press.out .. "/book.epub")
  return document
end
