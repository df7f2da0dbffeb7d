-- Binds the woven parts into one book: gathers every id with its number, checks every reference, and writes
-- build/weave/labels.lua for the second pass. Run by pandoc on nothing.

package.path = PANDOC_SCRIPT_FILE:gsub("[^/]*$", "lib/?.lua;") .. package.path
local press = require "press"
local labels = require "labels"

local stringify = pandoc.utils.stringify

local function gather(pieces)
  local ids = {}
  for _, facts in ipairs(pieces) do
    local source = press.source(facts.stem)
    for id, label in pairs(facts.labels) do
      local other = ids[id]
      if other then press.fault(source, id, "the id %s is also given in %s", id, press.source(other.stem)) end
      ids[id] = label
    end
  end
  return ids
end

local function an(kind) return (kind:match("^[aeiou]") and "an " or "a ") .. kind end

local function check_link(link, label)
  local needle = ("[%s](#%s)"):format(link.text, link.id)
  local kind = labels.kind_named(link.text)
  local function fault(...) press.fault(link.source, needle, ...) end
  if not label then
    fault("%s: nothing has the id %s", needle, link.id)
  elseif kind and kind ~= label.kind then
    fault("%s: %s is %s, not %s", needle, link.id, an(label.kind), an(kind))
  elseif link.text == "" then
    fault("%s: the reference has no text", needle)
  end
end

function Pandoc()
  local book = press.book()
  local pieces = pandoc.List(press.pieces()):map(press.facts)
  local ids = gather(pieces)
  for _, facts in ipairs(pieces) do
    for _, link in ipairs(facts.links) do check_link(link, ids[link.id]) end
  end
  press.stop_if_faulty()

  -- The parts in order, for menus and contents.
  local parts = pandoc.List(book.stems):map(function(stem)
    local facts = press.facts(stem)
    return { stem = stem, number = facts.number, title = facts.title, sections = facts.sections,
      exercises = facts.exercises }
  end)
  local said = {} -- of the book, by its metadata
  for _, key in ipairs { "title", "subtitle", "lang", "rights", "description", "picture", "picture-alt", "address" } do
    said[key] = book.meta[key] and stringify(book.meta[key])
  end
  if said.address and not said.address:match("^https://%S+$") then
    press.fault("book.md", "address:", "address: expected https://…, got \"%s\"", said.address)
    press.stop_if_faulty()
  end
  if said.picture and not press.is_there(("plots/%s.gp"):format(said.picture)) then
    press.fault("book.md", "picture:", "picture: needs plots/%s.gp, which is not there", said.picture)
    press.stop_if_faulty()
  end
  local function list(key)
    local value = book.meta[key]
    return pandoc.List(pandoc.utils.type(value) == "List" and value or { value }):map(stringify)
  end
  said.author, said.inside = list "author", list "inside"
  press.update(labels.path, "return " .. press.serialise { ids = ids, parts = parts, book = said } .. "\n")
  return pandoc.Pandoc {}
end
