-- Binds the woven parts into one book: gathers every id with its number, checks every reference, and writes
-- build/weave/labels.lua for the second pass. Run by pandoc on nothing.

local folder = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "")
package.path = folder .. "lib/?.lua;" .. package.path
local press = require "press"
local labels = require "labels"

local function gather()
  local ids = {}
  for _, piece in ipairs(press.pieces()) do
    local facts = press.facts(piece)
    for id, label in pairs(facts.labels) do
      if ids[id] then
        press.fault(press.source(facts.stem), id, "the id %s is also given " .. "in %s", id,
          press.source(ids[id].stem))
      end
      ids[id] = label
    end
  end
  return ids
end

local function an(kind)
  return (kind:match("^[aeiou]") and "an " or "a ") .. kind
end

local function check_links(ids)
  for _, piece in ipairs(press.pieces()) do
    for _, link in ipairs(press.facts(piece).links) do
      local label = ids[link.id]
      local kind = labels.kind_named(link.text)
      local needle = "[" .. link.text .. "](#" .. link.id .. ")"
      if not label then
        press.fault(link.source, needle, "%s: nothing has the id %s", needle, link.id)
      elseif kind and kind ~= label.kind then
        press.fault(link.source, needle, "%s: %s is %s, not %s", needle, link.id, an(label.kind), an(kind))
      elseif link.text == "" then
        press.fault(link.source, needle, "%s: the reference has no text", needle)
      end
    end
  end
end

-- The parts in order, each with its sections, for menus and contents.
local function parts(book, ids)
  local list = {}
  for i, stem in ipairs(book.stems) do
    local facts = press.facts(stem)
    list[i] = { stem = stem, number = facts.number, title = facts.title, sections = {},
      exercises = facts.exercises }
    local top = stem == "book" and 1 or 2
    for id, label in pairs(facts.labels) do
      if label.kind == "section" and label.level == top then
        table.insert(list[i].sections, { id = id, number = label.number, title = label.title,
          order = label.order })
      end
    end
    table.sort(list[i].sections, function(a, b) return a.order < b.order end)
  end
  return list
end

function Pandoc()
  local book = press.book()
  local ids = gather()
  check_links(ids)
  press.stop_if_faulty()
  local list = parts(book, ids)
  -- Where an id stands in its part is nobody's business any more.
  for _, label in pairs(ids) do label.order, label.level = nil, nil end
  for _, part in ipairs(list) do
    for _, section in ipairs(part.sections) do section.order = nil end
  end
  local said = {} -- of the book, by its metadata
  for _, key in ipairs { "title", "subtitle", "author", "lang", "rights", "description" } do
    local value = book.meta[key]
    said[key] = value and pandoc.utils.stringify(value)
  end
  local authors = book.meta.author or {}
  said.author = pandoc.utils.type(authors) == "List" and authors:map(pandoc.utils.stringify)
    or { said.author }
  press.update(labels.path, "return " .. press.serialise({ ids = ids, parts = list, book = said }) .. "\n")
  return pandoc.Pandoc {}
end
