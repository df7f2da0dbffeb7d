-- Binds the woven parts into one book: gathers every id with its number,
-- checks every reference, and writes build/weave/labels.lua for the second
-- pass. Run by pandoc on nothing.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "?.lua;") .. package.path
local press = require "press"
local shared = require "shared"

local function gather(book)
  local labels = {}
  for _, stem in ipairs(book.stems) do
    local facts = press.facts(stem)
    for id, label in pairs(facts.labels) do
      if labels[id] then
        press.fault(press.source(stem), id, "the id %s is also given in %s",
          id, press.source(labels[id].stem))
      end
      labels[id] = label
    end
  end
  return labels
end

local function check_links(book, labels)
  for _, stem in ipairs(book.stems) do
    for _, link in ipairs(press.facts(stem).links) do
      local label = labels[link.id]
      local kind = shared.kind_named(link.text)
      local needle = "[" .. link.text .. "](#" .. link.id .. ")"
      if not label then
        press.fault(link.source, needle, "%s: nothing has the id %s", needle,
          link.id)
      elseif kind and kind ~= label.kind then
        press.fault(link.source, needle, "%s: %s is %s %s, not %s %s",
          needle, link.id, label.kind:match("^[aeiou]") and "an" or "a",
          label.kind, kind:match("^[aeiou]") and "an" or "a", kind)
      elseif link.text == "" then
        press.fault(link.source, needle, "%s: the reference has no text",
          needle)
      end
    end
  end
end

-- The parts in order, each with its sections, for menus and contents.
local function parts(book, labels)
  local list = {}
  for i, stem in ipairs(book.stems) do
    local facts = press.facts(stem)
    list[i] = { stem = stem, number = facts.number, title = facts.title,
      sections = {}, exercises = facts.exercises }
  end
  for id, label in pairs(labels) do
    local top = label.stem == "book" and 1 or 2
    if label.kind == "section" and label.level == top then
      table.insert(list[book.index[label.stem]].sections, { id = id,
        number = label.number, title = label.title, order = label.order })
    end
  end
  for _, part in ipairs(list) do
    table.sort(part.sections, function(a, b) return a.order < b.order end)
  end
  return list
end

function Pandoc()
  local book = press.book()
  local labels = gather(book)
  check_links(book, labels)
  press.stop_if_faulty()
  local list = parts(book, labels)
  for _, label in pairs(labels) do label.order, label.level = nil, nil end
  for _, part in ipairs(list) do
    for _, section in ipairs(part.sections) do section.order = nil end
  end
  press.update("build/weave/labels.lua", "return "
    .. press.serialise({ ids = labels, parts = list }) .. "\n")
  return pandoc.Pandoc {}
end
