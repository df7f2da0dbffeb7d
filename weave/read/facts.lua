-- Reads off the woven text, into build/weave/NN.facts, what the other parts and the ledger need to know.

local press = require "press"
local notation = require "read.notation"

local stringify = pandoc.utils.stringify
local rules = { traverse = "topdown" }
local piece, facts
local here -- the id of the section, or of the part

local function add(list, item) table.insert(facts[list], item) end

-- An id: its kind, number as printed, title.
local function label(id, kind, printed, title)
  if id == "" then return {} end
  if facts.labels[id] then piece.fault("#" .. id, "the id %s is given twice", id) end
  facts.labels[id] = { kind = kind, number = printed or "", title = title, stem = piece.stem }
  return facts.labels[id]
end

-- Outside the chapters, all that is said may define a term of the index.
local function listen(element)
  if here and not piece.stem:match("^%d") then
    facts.said[here] = (facts.said[here] or "") .. stringify(element):lower() .. "\n"
  end
end
rules.Para, rules.Plain = listen, listen

function rules.Header(header)
  local id, title, is_book = header.identifier, stringify(header), piece.stem == "book"
  if header.level == 1 and not is_book then
    if facts.title then piece.fault("# " .. title, 'a second title: "%s"', title) end
    facts.title = title
    label(id, piece.number:match("%d") and "chapter" or "appendix", piece.number, title)
  else
    local section = label(id, "section", header.attributes.number, title)
    if header.level == (is_book and 1 or 2) then
      add("sections", { id = id, number = section.number, title = title, map = header.attributes.map })
    end
  end
  here = id
  listen(header)
end

function rules.CodeBlock(block)
  local class, given = block.classes[1], block.attributes
  if class == "console" then facts.commands = facts.commands + tonumber(given.commands) end
  if class ~= "listing" then return end
  local id = block.identifier
  label(id, class, given.number, given.file)
  for other in given.others:gmatch("%S+") do
    if not facts.labels[other] then label(other, class, given.number, given.file).of = id end
  end
  local listing = { number = given.number, path = given.file, ranges = {}, rest = block.classes[2] == "rest" }
  for range in given.ranges:gmatch("%S+") do table.insert(listing.ranges, range) end
  add("listings", listing)
end

-- As terms are compared. What stands in brackets after a term belongs to it, but not to its definition.
local function plain(text)
  return (text:lower():gsub("%s*%b()", ""):gsub("’", "'"):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

local divs = {
  figure = function(given) add("figures", "plots/" .. given.file .. ".gp") end,
  exercise = function(given) add("exercises", given.number) end,
  correction = function(given) add("corrections", given.number) end,
  predict = function(_, div) label(div.identifier, "place") end,
  aid = function(given) piece.source = given.file end,
}

function divs.equation(given)
  facts.formulas = facts.formulas + 1
  if (given.given or ""):find("^eq%-") then add("links", { id = given.given, text = "given", source = piece.source }) end
  for name in (given.test or ""):gmatch("[%w_]+") do add("tests", { name = name, source = piece.source }) end
end

function divs.index(_, div)
  for _, item in ipairs(div.content[1].content) do
    local name, section = table.unpack(item[1].content)
    local text = stringify(name)
    add("terms", { text = text, term = plain(text), section = section.target:sub(2) })
  end
end

function rules.Div(div)
  local kind, given = div.classes[1], div.attributes
  if given.number then label(div.identifier, kind, given.number, given.title) end
  if divs[kind] then divs[kind](given, div) end
end

function rules.Span(span)
  local id = span.identifier
  if span.classes:includes("erratum") then
    label(id, "erratum", stringify(span)).section = here
  elseif id ~= "" then -- a place to link to, or a source
    label(id, "place")
    if press.is_bibliography(piece.stem) then add("entries", id) end
  end
end

function rules.Link(link)
  local id = link.target:match("^#(.+)$")
  if id then
    add("links", { id = id, text = stringify(link), source = piece.source })
  elseif not link.target:match("^%a[%w+.-]*:") then
    piece.fault(link.target, 'the link "%s" leads out of the book', link.target)
  end
end

-- What stands in italics may be a term that is being defined.
function rules.Emph(emph)
  if piece.aids or not here then return end
  facts.italics[here] = facts.italics[here] or {}
  facts.italics[here][plain(stringify(emph))] = true
end

return function(blocks, of, meta)
  piece, here = of, nil
  facts = { stem = piece.stem, number = piece.number, values = piece.values, numbers = piece.numbers,
    stand = piece.stand, listed = piece.aids and {} or piece.listed, commands = 0, formulas = 0, said = {},
    labels = {}, links = {}, sections = {}, listings = {}, figures = {}, tests = {}, entries = {},
    exercises = {}, corrections = {}, terms = {}, italics = {} }
  if piece.stem == "book" then
    facts.title = stringify(meta.title or "")
    if meta.picture then add("figures", "plots/" .. stringify(meta.picture) .. ".gp") end
  end
  blocks:walk(rules)
  facts.symbols, facts.notation = notation(blocks, piece)
  if not (facts.title or piece.aids) then piece.fault(nil, "expected a title, # …, on the first line") end
  press.stop_if_faulty()
  press.update(press.out .. "/weave/" .. piece.name .. ".facts", "return " .. press.serialise(facts) .. "\n")
  return blocks
end
