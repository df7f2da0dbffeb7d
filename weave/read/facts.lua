-- Reads off the woven text what the other parts and the ledger need to know, and leaves it in
-- build/weave/NN.facts.

local press = require "press"

local stringify = pandoc.utils.stringify
local rules = { traverse = "topdown" }
local piece, facts
local here -- the id of the section, or of the part
local source
local order

-- An id: its kind, number as printed, title.
local function label(id, kind, printed, title)
  if id == "" then return nil end
  if facts.labels[id] then
    press.fault(source, "#" .. id, "the id %s is given twice", id)
  end
  order = order + 1
  facts.labels[id] = { kind = kind, number = printed or "", title = title, stem = piece.stem, order = order }
  return facts.labels[id]
end

-- As terms are compared. What stands in brackets after a term belongs to it, but not to its definition.
local function plain(text)
  return (text:lower():gsub("%s*%b()", ""):gsub("’", "'"):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

local function add(list, item) table.insert(facts[list], item) end

local function listen(text)
  if here and not piece.stem:match("^%d") then
    facts.said[here] = (facts.said[here] or "") .. text:lower() .. "\n"
  end
end

function rules.Header(header)
  local title = stringify(header.content)
  if header.level == 1 and piece.stem ~= "book" then
    if facts.title then
      press.fault(source, "# " .. title, 'a second title: "%s"', title)
    end
    facts.title = title
    label(header.identifier, piece.number:match("%d") and "chapter" or "appendix", piece.number, title)
  else
    label(header.identifier, "section", header.attributes.number, title).level = header.level
  end
  here = header.identifier
  listen(title)
end

function rules.CodeBlock(block)
  local given = block.attributes
  if block.classes[1] == "listing" then
    label(block.identifier, "listing", given.number, given.file)
    for other in given.others:gmatch("%S+") do
      if not facts.labels[other] then
        label(other, "listing", given.number, given.file).of = block.identifier
      end
    end
    local ranges = {}
    for range in given.ranges:gmatch("%S+") do ranges[#ranges + 1] = range end
    add("listings", { number = given.number, path = given.file, ranges = ranges })
  elseif block.classes[1] == "console" then
    local lines = press.lines(block.text)
    for number in given.typed:gmatch("%d+") do
      if lines[tonumber(number)]:match("^%$ ") then
        facts.commands = facts.commands + 1
      end
    end
  end
end

local divs = { equation = function(div, given)
    facts.formulas = facts.formulas + 1
    for name in (given.test or ""):gmatch("[%w_]+") do
      add("tests", { name = name, source = given.source })
    end
    label(div.identifier, "equation", given.number)
  end, figure = function(div, given)
    add("figures", "plots/" .. given.file .. ".gp")
    label(div.identifier, "figure", given.number)
  end, exercise = function(div, given)
    add("exercises", given.number)
    label(div.identifier, "exercise", given.number, given.title)
  end, correction = function(div, given)
    add("corrections", given.number)
    label(div.identifier, "correction", given.number)
  end, predict = function(div) label(div.identifier, "place") end, aid = function(_,
    given) source = given.file end, index = function(div)
    for _, item in ipairs(div.content[1].content) do
      local inlines = item[1].content
      local text = stringify(inlines[1])
      if inlines[2] and inlines[2].t == "Link" then
        add("terms", { text = text, term = plain(text), section = inlines[2].target:sub(2) })
      end
    end
  end, }

function rules.Div(div)
  local how = divs[div.classes[1]]
  if how then how(div, div.attributes) end
end

function rules.Span(span)
  if span.classes:includes("erratum") then
    local erratum = label(span.identifier, "erratum", stringify(span.content))
    if erratum then erratum.section = here end
  else -- a place to link to
    label(span.identifier, "place")
  end
end

function rules.Link(link)
  local id = link.target:match("^#(.+)$")
  if id then
    add("links", { id = id, text = stringify(link.content), source = source })
  elseif not link.target:match("^%a[%w+.-]*:") then
    press.fault(source, link.target, 'the link "%s" leads out of the book', link.target)
  end
end

-- What stands in italics may be a term that is being defined; outside the chapters, all that is said may
-- define.
function rules.Emph(emph)
  if piece.aids or not here then return end
  facts.italics[here] = facts.italics[here] or {}
  facts.italics[here][plain(stringify(emph))] = true
end

local function hear(block)
  listen(stringify(block))
  local first = block.content[1]
  if press.is_bibliography(piece.stem) and first and first.t == "Span" and first.identifier ~= ""
    and #first.content == 0 then
    add("entries", first.identifier)
  end
end
rules.Para, rules.Plain = hear, hear

return function(blocks, of, meta)
  piece, here, source, order = of, nil, of.source, 0
  facts = { stem = piece.stem, number = piece.number, labels = {}, links = {}, values = piece.values,
    listings = {}, figures = {}, tests = {}, entries = {}, exercises = {}, corrections = {}, terms = {},
    italics = {}, said = {}, commands = 0, formulas = 0, numbers = piece.numbers, stand = piece.stand,
    listed = piece.aids and {} or piece.listed }
  blocks:walk(rules)
  if piece.stem == "book" then
    facts.title = stringify(meta.title or "")
  elseif not facts.title and not piece.aids then
    press.fault(source, nil, "expected a title, # …, on the first line")
  end
  press.stop_if_faulty()
  press.update(press.out .. "/weave/" .. piece.name .. ".facts", "return " .. press.serialise(facts) .. "\n")
  return blocks
end
