-- Gives the book's own blocks the shape that all outputs share: pandoc's blocks and spans with classes, which
-- HTML has style sheets for and TeX environments and macros.

local labels = require "labels"
local by_class = require "show.by_class"

local stringify, List, Plain, Div = pandoc.utils.stringify, pandoc.List, pandoc.Plain, pandoc.Div
local Span, Link, Code, Header, Attr = pandoc.Span, pandoc.Link, pandoc.Code, pandoc.Header, pandoc.Attr
local rules, divs = {}, {}
local folds, stem
local aids -- by kind and exercise: the blocks of a hint or a solution

local function classed(text, class) return Span({ text }, { class = class }) end
local function paged(text, id) return Link({ text }, "#" .. id, "", { class = "paged" }) end
local function line(inlines, class) return Div({ Plain(inlines) }, { class = class }) end

-- Hints and solutions come in divs of their own, which are taken out of the text.
local take_aids = { Div = by_class { aid = function(div)
  aids[div.classes[2]][div.attributes.exercise] = div.content:walk(rules)
  return {}
end } }

-- What is folded away on a page: below a line that tells what it is, blocks.
local function fold(kind, summary, blocks)
  local content = List { Plain(summary) }
  content:extend(blocks)
  return Div(content, Attr("", { "fold", kind }))
end

local function aid(kind, number)
  local name = { kind:gsub("^%l", string.upper), classed(" of exercise " .. number, "unseen") }
  return fold(kind, name, aids[kind][number])
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
    blocks:extend { line(where, "where"), aid("hint", number), aid("solution", number) }
  else
    where:extend { " ", paged("Hint", "hint-" .. number), " · ", paged("Solution", "solution-" .. number) }
    blocks:insert(line(where, "where"))
  end
  return Div(blocks, Attr(id, { "exercise", "section" }, { ["aria-labelledby"] = id .. "-title" }))
end

-- An error of the notebook, and the note that tells of it.
function divs.correction(div)
  local item, blocks = div.attributes.number, div.content
  local says, last = List { classed(item, "number"), " ", classed(div.attributes.is, "is"), " " }, blocks[#blocks]
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
  local text = { "The notebook, corrected ·\u{a0}" .. item }
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

-- What follows a prediction: held back where there are clicks, plain text elsewhere.
function divs.answer(div) return folds == "here" and div or div.content end

function divs.rest(div)
  if folds == "away" then return div.content end
  local lines = select(2, div.content[1].text:gsub("\n", "")) + 1
  local told = (", %d line%s"):format(lines, lines == 1 and "" or "s")
  return fold("rest", { Code(div.attributes.file), told }, div.content)
end

-- What a moving figure asks first, with choices and what there is to say to each, the task that it sets, and a list of
-- what it says at each step, if it does: for the script, which takes them out of here. Nothing where there is none.
function divs.live(div)
  if folds == "away" then return {} end
  local ask, task, steps, into = List(), List(), List(), nil
  into = ask
  for _, block in ipairs(div.content) do
    if block.t == "DefinitionList" then
      ask:insert(pandoc.BulletList(List.map(block.content, function(choice)
        return { Plain(choice[1]), Div(choice[2][1], { class = "reason" }) }
      end)))
      into = task
    elseif block.t == "OrderedList" then
      steps:insert(block)
    else
      into:insert(block)
    end
  end
  div.attributes.stem = stem
  return Div({ Div(ask, { class = "ask" }), Div(task, { class = "task" }), Div(steps, { class = "steps" }) }, div.attr)
end

-- Questions are numbered from 1 where they stand together. On a page each choice unfolds its reason; elsewhere
-- the reasons stand below the last of them.
local function question(div, number)
  local content, reasons = List(), Div({ Plain { pandoc.Strong(tostring(number)) } }, { class = "reasons" })
  local choices = div.content[#div.content].content
  content:extend(div.content)
  content:remove()
  content[1].content:insert(1, pandoc.Space())
  content[1].content:insert(1, classed(tostring(number), "number"))
  if folds == "here" then
    for _, choice in ipairs(choices) do
      content:insert(fold("choice", choice[1], { pandoc.Para(choice[2][1][1].content) }))
    end
  else
    local terms = List.map(choices, function(choice) return { Plain(choice[1]) } end)
    content:insert(pandoc.OrderedList(terms, { 1, "LowerAlpha", "TwoParens" }))
    local inlines = reasons.content[1].content
    for i, choice in ipairs(choices) do
      inlines:extend { pandoc.Space(), ("(%s)"):format(("abcdefgh"):sub(i, i)), pandoc.Space() }
      inlines:extend(choice[2][1][1].content)
    end
  end
  local named = { { "role", "group" }, { "aria-label", "Question " .. number } }
  return Div(content, Attr(div.identifier, { "question" }, named)), reasons
end

function rules.Blocks(blocks)
  local shaped, reasons = List(), List()
  for i, block in ipairs(blocks) do
    local is_question = block.t == "Div" and block.classes:includes("question")
    local reason
    if is_question then
      block, reason = question(block, #reasons + 1)
      reasons:insert(reason)
    end
    shaped:insert(block)
    local after = blocks[i + 1]
    if is_question and not (after and after.t == "Div" and after.classes:includes("question")) then
      if folds == "away" then shaped:extend(reasons) end
      reasons = List()
    end
  end
  return shaped
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
  stem, folds, aids = given.stem, given.folds, { hint = {}, solution = {} }
  return document:walk(take_aids):walk(rules)
end
