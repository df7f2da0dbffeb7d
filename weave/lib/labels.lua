-- What bind.lua has bound: every id of the book with its kind and number, and the parts in order.

local press = require "press"

local labels = { path = press.out .. "/weave/labels.lua" }

local kinds = press.kinds {
  id = "figure equation listing section chapter exercise appendix erratum correction",
}

-- The kind that a reference's own word names: "Figure" -> "figure".
function labels.kind_named(text) return kinds[text:lower()] and text:lower() end

local all = press.once(function() return load(press.read(labels.path))() end)

-- { kind, number, title, stem, … } of an id, and the id, or that of the listing which it is another name of.
function labels.of(id)
  local label = all().ids[id]
  return label, label and label.of or id
end

-- What book.md says of the book: bind.lua has the list.
function labels.book() return all().book end

-- { stem, number, title, sections, exercises } of each part.
function labels.parts() return all().parts end

function labels.part(stem)
  for i, part in ipairs(all().parts) do
    if part.stem == stem then return part, i end
  end
end

-- "Chapter 1", "Appendix A"; nothing for the front matter.
function labels.part_name(part)
  if part.stem == "book" then return nil end
  return (part.number:match("%d") and "Chapter " or "Appendix ") .. part.number
end

return labels
