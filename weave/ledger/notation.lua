-- One symbol, one meaning, as far as a program can see: the table of #notation names every symbol of a
-- formula, and no other.

local press = require "press"

local notation = {}

-- What the table explains, by symbol: true, or the set of sections where alone it may stand.
local function explained(pieces)
  local known = {}
  for _, piece in ipairs(pieces) do
    for _, row in ipairs(piece.notation) do
      for _, symbol in ipairs(row.symbols) do
        local only = type(known[symbol]) == "table" and known[symbol] or {}
        for _, section in ipairs(row.only) do only[section] = true end
        known[symbol] = (#row.only == 0 or known[symbol] == true) or only
      end
    end
  end
  return known
end

function notation.check(fault)
  local pieces = press.pieces():map(press.facts)
  local known, used = explained(pieces), {}
  for _, piece in ipairs(pieces) do
    for _, use in ipairs(piece.symbols) do
      local symbol, section = use.symbol, use.section
      local only = known[symbol]
      if only == true then
        used[symbol] = true
      elseif only and only[section] then
        used[symbol .. " in #" .. section] = true
      else
        fault("%s: #%s: %s is not in the notation%s, but in %s", press.source(piece.stem), section, symbol,
          only and " of this section" or "", use.formula)
      end
    end
  end
  for _, symbol in ipairs(press.sorted(known)) do
    local only = known[symbol]
    for _, place in ipairs(only == true and { "" } or press.sorted(only)) do
      local item = symbol .. (place ~= "" and " in #" .. place or "")
      if not used[item] then fault("book.md: the notation explains %s, which no formula uses", item) end
    end
  end
  return { symbols = #press.sorted(known) }
end

return notation
