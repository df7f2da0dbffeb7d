-- What the pieces of the book have told when they were woven, and the question
-- that the ledger asks most: is what is there used, and what is used there?

local press = require "press"

local facts = { pieces = {} }

for i, name in ipairs(press.pieces()) do
  local piece = press.facts(name)
  piece.source, piece.is_part = press.source(piece.stem), name == piece.stem
  facts.pieces[i] = piece
end

-- How many there are of what they count or list.
function facts.total(key)
  local sum = 0
  for _, piece in ipairs(facts.pieces) do
    sum = sum + (tonumber(piece[key]) or #piece[key])
  end
  return sum
end

-- What they list, by its name, with its place. `name` finds both, if the item
-- is not its own name, or its place not just a file of the book.
function facts.collect(key, name)
  local found = {}
  for _, piece in ipairs(facts.pieces) do
    for at, item in pairs(piece[key]) do
      local known_as, place = item, nil
      if name then known_as, place = name(item, at, piece) end
      if known_as then found[known_as] = place or piece.source end
    end
  end
  return found
end

-- Two sets, each item with its place. A fault tells the place and the item; a
-- way that has none is not looked at.
function facts.both_ways(fault, there, used, idle, missing)
  for _, way in ipairs { { there, used, idle }, { used, there, missing } } do
    for _, item in ipairs(way[3] and press.sorted(way[1]) or {}) do
      if not way[2][item] then fault(way[3], way[1][item], item) end
    end
  end
end

return facts
