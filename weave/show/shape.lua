-- Gives the book's own blocks the shape that all outputs share: pandoc's blocks and spans with classes, which
-- HTML has style sheets for and TeX environments and macros.

local labels = require "labels"
local by_class = require "show.by_class"

local stringify, List, Plain, Div = pandoc.utils.stringify, pandoc.List, pandoc.Plain, pandoc.Div
local Span, Link, Code, Header, Attr = pandoc.Span, pandoc.Link, pandoc.Code, pandoc.Header, pandoc.Attr
local rules, divs = {}, {}
local folds
local aids -- by kind and exercise: the blocks of a hint or a solution

local function classed(text, class) return Span({ text }, { class = class }) end
local function paged(text, id) return Link({ text }, "#" .. id, "", { class = "paged" }) end
local function line(inlines, class) return Div({ Plain(inlines) }, { class = class }) end

-- Hints and solutions come in divs of their own, which are taken out of the text.
local take_aids = { Div = by_class { aid = function(div)
  aids[div.classes[2]][div.attributes.exercise] = div.content:walk(rules)
  return {}
end } }

local function fold(kind, number)
  return Div(aids[kind][number], Attr("", { "fold", kind }, { number = number }))
end

function divs.exercise(div)
  local given, id, number = div.attributes, div.identifier, div.attributes.number
  local full = tonumber(given.stars)
  local stars = Span({ ("★"):rep(full) .. ("☆"):rep(3 - full) },
    Attr("", { "stars" }, { { "role", "img" }, { "aria-label", full .. " of 3 stars" } }))
  local name = { classed("Exercise " .. number, "kicker"), " ", given.title }
  local where = List { "Answer in ", Code("answers/" .. number .. ".c"), ", which ",
    Code("make\u{a0}check-" .. number), " makes and checks." }
  local blocks = List {
    Header(3, name, { id = id .. "-title", class = "exercise-name" }),
    line({ stars, " ", given.kind == "paper" and "on paper" or "in C" }, "grade"),
  }
  blocks:extend(div.content)
  if folds == "here" then
    blocks:extend { line(where, "where"), fold("hint", number), fold("solution", number) }
  else
    where:extend { " ", paged("Hint", "hint-" .. number), " · ", paged("Solution", "solution-" .. number) }
    blocks:insert(line(where, "where"))
  end
  return Div(blocks, Attr(id, { "exercise", "section" }, { ["aria-labelledby"] = id .. "-title" }))
end

-- An error of the notebook, and the note that tells of it.
function divs.correction(div)
  local item, blocks = div.attributes.number, div.content
  local says, last = List { classed(item, "number"), " " }, blocks[#blocks]
  local note = "erratum-" .. item
  local erratum = labels.of(note)
  says:extend(blocks[1].content)
  blocks[1] = line(says, "says")
  if erratum and last.t == "Para" then
    local section = labels.of(erratum.section)
    local told = paged("Note in " .. section.kind .. "\u{a0}" .. section.number, note)
    last.content:extend { " ", Span({ told }, { class = "told" }) }
  end
  local named = { ["aria-label"] = "Correction " .. item }
  return Div(blocks, Attr(div.identifier, { "correction", "section" }, named))
end

rules.Span = by_class { erratum = function(span)
  local item = stringify(span.content)
  local text = { "The notebook, corrected · " .. item }
  if labels.of("notebook-" .. item) then text = { Link(text, "#notebook-" .. item) } end
  return Span(text, { id = span.identifier, class = "erratum" })
end }

-- The index: a list for each letter; behind a term the numbers of its sections.
function divs.index(div)
  local lists, letter = List(), nil
  for _, item in ipairs(div.content[1].content) do
    local inlines = item[1].content
    local text = inlines:remove(1).content
    local first = stringify(text):lower():sub(1, 1)
    if first ~= letter then lists:insert(List()) end
    letter = first
    for i, link in ipairs(inlines) do
      local label = labels.of(link.target:sub(2))
      local number = label.number ~= "" and label.number or label.title
      text:extend { i == 1 and "\u{2002}" or ", ", Link({ number }, link.target, label.title) }
    end
    lists[#lists]:insert({ Plain(text) })
  end
  return Div(lists:map(pandoc.BulletList), { class = "index" })
end

function divs.predict(div)
  div.content:insert(1, pandoc.Para { classed("Predict", "kicker") })
  div.attributes.role = "note"
  return div
end

-- The name of an exercise, which leads to it, and its title.
local function titled(number, name)
  return { Link({ name }, "#ex-" .. number), " ", labels.of("ex-" .. number).title }
end

local function exercises(part)
  local items = List.map(part.exercises, function(number)
    return { Plain(titled(number, "Exercise " .. number)) }
  end)
  local title = labels.part_name(part) .. ": " .. part.title
  return { Header(2, title), Div({ pandoc.BulletList(items) }, { class = "exercises" }) }
end

-- Hints first, so that one can be read alone.
local function appendix(part)
  local blocks = List()
  for _, kind in ipairs { "hint", "solution" } do
    local title = labels.part_name(part) .. ": " .. kind .. "s"
    blocks:insert(Header(2, title, { id = kind .. "s-" .. part.number }))
    for _, number in ipairs(part.exercises) do
      local content = List { line(titled(number, classed("Exercise " .. number, "kicker")), "whose") }
      content:extend(aids[kind][number])
      blocks:insert(Div(content, { id = kind .. "-" .. number, class = "aid" }))
    end
  end
  return blocks
end

function divs.solutions()
  local blocks = List()
  for _, part in ipairs(labels.parts()) do
    if #part.exercises > 0 then blocks:extend((folds == "here" and exercises or appendix)(part)) end
  end
  return blocks
end

rules.Div = by_class(divs)

return function(document, given)
  folds, aids = given.folds, { hint = {}, solution = {} }
  return document:walk(take_aids):walk(rules)
end
