-- What the second passes share: how a reference reads, and what the parts of
-- the book are called.

local press = require "press"

local shared = {}

local kinds = {}
for word in ([[figure equation listing section chapter exercise appendix
  erratum correction]]):gmatch("%S+") do
  kinds[word] = true
end

-- The kind that a reference's own word names: "Figure" -> "figure".
function shared.kind_named(text)
  local word = text:lower()
  return kinds[word] and word or nil
end

local bound
function shared.labels()
  if not bound then
    local text = press.read("build/weave/labels.lua")
    bound = load(text, "labels.lua")()
  end
  return bound
end

function shared.part(stem)
  for i, part in ipairs(shared.labels().parts) do
    if part.stem == stem then return part, i end
  end
end

-- "Chapter 1", "Appendix A"; nothing for the front matter.
function shared.part_name(part)
  if part.stem == "book" then return nil end
  return (part.number:match("%d") and "Chapter " or "Appendix ")
    .. part.number
end

-- What the reader reads in place of a reference's word: "figure 1.4".
function shared.reference(link)
  local id = link.target:match("^#(.+)$")
  local text = pandoc.utils.stringify(link.content)
  local label = id and shared.labels().ids[id]
  id = label and label.of or id
  if not label or not shared.kind_named(text) then
    return link.content, label, id
  end
  local number = label.number
  if number == "" then
    return { pandoc.Str(text .. "\u{a0}“" .. label.title .. "”") }, label, id
  end
  if label.kind == "equation" then number = "(" .. number .. ")" end
  return { pandoc.Str(text .. "\u{a0}" .. number) }, label, id
end

-- The notebook's errors: a note of a chapter tells one, under its number, and
-- the appendix lists it. From a note's number to its entry:
function shared.correction(item)
  local id = "notebook-" .. item
  return shared.labels().ids[id], id
end

-- From an entry's number to its note, and where that stands: "section 1.2".
function shared.erratum(item)
  local id = "erratum-" .. item
  local label = shared.labels().ids[id]
  if not label then return nil end
  local section = shared.labels().ids[label.section]
  return label, id, (section.kind .. "\u{a0}" .. section.number)
end

-- The index: its terms in order, each with the sections that it leads to, and
-- whether it is the first with its letter.
function shared.terms(div)
  local terms, letter = {}, nil
  for i, item in ipairs(div.content[1].content) do
    local inlines = item[1].content
    local term = { content = inlines[1].content, sections = {} }
    for n = 2, #inlines do
      local id = inlines[n].target:sub(2)
      local label = shared.labels().ids[id]
      term.sections[n - 1] = { id = id, label = label,
        text = label.number ~= "" and label.number or label.title }
    end
    local first = pandoc.utils.stringify(term.content):lower():match("^.")
    term.first = letter and first ~= letter
    letter = first
    terms[i] = term
  end
  return terms
end

function shared.stars(given)
  return ("★"):rep(given) .. ("☆"):rep(3 - given)
end

-- A listing is lines a-b of a file, perhaps more than one such range.
function shared.ranges(attribute)
  local ranges = {}
  for first, last in attribute:gmatch("(%d+)%-(%d+)") do
    ranges[#ranges + 1] = { first = tonumber(first), last = tonumber(last) }
  end
  return ranges
end

-- The lines of a listing, coloured and numbered; between two ranges stands
-- an empty line without a number.
function shared.listing_lines(block)
  local c = require "c"
  local lines = press.lines(block.text)
  local all, at = {}, 1
  for i, range in ipairs(shared.ranges(block.attributes.ranges or "")) do
    if i > 1 then
      all[#all + 1] = {}
      at = at + 1
    end
    local size = range.last - range.first
    local text = table.concat(lines, "\n", at, at + size)
    for _, line in ipairs(c.coloured(text, range.first)) do
      all[#all + 1] = line
    end
    at = at + size + 1
  end
  return all
end

function shared.range_text(attribute)
  local words = {}
  for _, range in ipairs(shared.ranges(attribute)) do
    words[#words + 1] = range.first == range.last and tostring(range.first)
      or range.first .. "–" .. range.last
  end
  return (#words == 1 and not words[1]:find("–") and "line " or "lines ")
    .. table.concat(words, ", ")
end

return shared
