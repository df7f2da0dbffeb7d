-- Gives the book's own blocks the shape that all outputs share: pandoc's blocks and spans with classes, which
-- HTML has style sheets for and TeX environments and macros.

local labels = require "labels"

local stringify = pandoc.utils.stringify
local Str, Space, Span, Link = pandoc.Str, pandoc.Space, pandoc.Span, pandoc.Link
local Plain, Div, Header, Attr = pandoc.Plain, pandoc.Div, pandoc.Header, pandoc.Attr
local rules = { traverse = "topdown" }
local folds
local aids -- by exercise and kind: the blocks of a hint or a solution

local function classed(text, class)
  return Span({ Str(text) }, Attr("", { class }))
end
local function paged(text, id)
  return Link({ Str(text) }, "#" .. id, "", Attr("", { "paged" }))
end

-- Hints and solutions come in divs of their own, taken out here.
local function take_aids(blocks)
  local rest = pandoc.Blocks {}
  aids = { hint = {}, solution = {} }
  for _, block in ipairs(blocks) do
    if block.t == "Div" and block.classes:includes("aid") then
      aids[block.classes[2]][block.attributes.exercise] = block.content
    else
      rest:insert(block)
    end
  end
  return rest
end

local function exercise(div)
  local given, id, number = div.attributes, div.identifier, div.attributes.number
  local stars = tonumber(given.stars)
  local blocks = pandoc.List { Header(3, { classed("Exercise " .. number, "kicker"), Space(),
    Str(given.title) }, Attr(id .. "-title", { "name" })) }
  blocks:insert(Div({ Plain { Span({ Str(("★"):rep(stars) .. ("☆"):rep(3 - stars)) }, Attr("", { "stars" },
    { { "role", "img" }, { "aria-label", stars .. " of 3 stars" } })), Space(), Str(given.kind == "paper"
    and "on paper" or "in C") } }, Attr("", { "grade" })))
  blocks:extend(div.content)
  local where = pandoc.List { Str("Answer in "), pandoc.Code("answers/" .. number .. ".c"), Str(", which "),
    pandoc.Code("make\u{a0}check-" .. number), Str(" makes and checks.") }
  if folds == "away" then
    where:extend { Space(), paged("Hint", "hint-" .. number), Str(" · "), paged("Solution", "solution-"
      .. number) }
  end
  blocks:insert(Div({ Plain(where) }, Attr("", { "where" })))
  for _, kind in ipairs(folds == "here" and { "hint", "solution" } or {}) do
    blocks:insert(Div(aids[kind][number] or {}, Attr("", { "fold", kind }, { summary = kind:gsub("^%l",
      string.upper), of = "of exercise " .. number })))
  end
  return Div(blocks, Attr(id, { "section", "exercise" }, { ["aria-labelledby"] = id .. "-title" }))
end

-- An error of the notebook, and the note that tells of it.
local function correction(div)
  local item, blocks = div.attributes.number, div.content
  local says = pandoc.List { classed(item, "number"), Space() }
  says:extend(blocks[1].content)
  blocks[1] = Div({ Plain(says) }, Attr("", { "says" }))
  local id = "erratum-" .. item
  local label, last = labels.of(id), blocks[#blocks]
  if label and last.t == "Para" then
    local section = labels.of(label.section)
    last.content:extend { Space(), Span({ paged("Note in " .. section.kind .. "\u{a0}" .. section.number,
      id) }, Attr("", { "told" })) }
  end
  return Div(blocks, Attr(div.identifier, { "section", "correction" }, { ["aria-label"] = "Correction "
    .. item }))
end

function rules.Span(span)
  if not span.classes:includes("erratum") then return nil end
  local item = stringify(span.content)
  local text = pandoc.List { Str("The notebook, corrected · " .. item) }
  if labels.of("notebook-" .. item) then text = { Link(text, "#notebook-" .. item) } end
  return Span(text, Attr(span.identifier, { "erratum" })), false
end

-- The index: a list for each letter; behind a term the numbers of its sections.
local function index(div)
  local lists, letter = pandoc.List(), nil
  for _, item in ipairs(div.content[1].content) do
    local term, inlines = item[1].content[1], item[1].content
    local text = pandoc.List(term.content)
    for n = 2, #inlines do
      local label = labels.of(inlines[n].target:sub(2))
      text:insert(Str(n == 2 and "\u{2002}" or ", "))
      text:insert(Link({ Str(label.number ~= "" and label.number or label.title) }, inlines[n].target,
        label.title))
    end
    local first = stringify(term):lower():match("^.")
    if first ~= letter then lists:insert({}) end
    letter = first
    table.insert(lists[#lists], { Plain(text) })
  end
  return Div(lists:map(pandoc.BulletList), Attr("", { "index" }))
end

local function exercises(part)
  local items = pandoc.List(part.exercises):map(function(number)
    return { Plain { Link({ Str("Exercise " .. number) }, "#ex-" .. number), Space(), Str(labels.of("ex-"
      .. number).title) } }
  end)
  return { Header(2, labels.part_name(part) .. ": " .. part.title), Div({ pandoc.BulletList(items) }, Attr("",
    { "exercises" })) }
end

-- Hints first, so that one can be read alone.
local function appendix(part)
  local blocks = pandoc.List()
  for _, kind in ipairs { "hint", "solution" } do
    blocks:insert(Header(2, labels.part_name(part) .. ": " .. kind .. "s", Attr(kind .. "s-" .. part.number)))
    for _, number in ipairs(part.exercises) do
      local content = pandoc.List { Div({ Plain { Link({ classed("Exercise " .. number, "kicker") }, "#ex-"
        .. number), Space(), Str(labels.of("ex-" .. number).title) } }, Attr("", { "whose" })) }
      content:extend(aids[kind][number] or {})
      blocks:insert(Div(content, Attr(kind .. "-" .. number, { "aid" })))
    end
  end
  return blocks
end

local function solutions()
  local blocks = pandoc.List()
  for _, part in ipairs(labels.parts()) do
    if #part.exercises > 0 then
      blocks:extend((folds == "here" and exercises or appendix)(part))
    end
  end
  return blocks
end

local function predict(div)
  div.content:insert(1, pandoc.Para { classed("Predict", "kicker") })
  div.attributes.role = "note"
  return div
end

local shapes = { exercise = exercise, correction = correction, index = index, solutions = solutions,
  predict = predict }

function rules.Div(div)
  local shape = shapes[div.classes[1]]
  return shape and shape(div)
end

return function(document, given)
  folds = given.folds
  document.blocks = take_aids(document.blocks):walk(rules)
  return document
end
