-- The symbols that a part's formulas use, section by section, and those that the table of #notation explains.
-- An exercise, with its hint and solution, may name things by letters of its own.

local symbols = require "symbols"

local stringify = pandoc.utils.stringify

local is_table_of = "notation"

-- A row explains the symbols of its first cell: everywhere, or in the sections only that it leads to by
-- "[section](#sec-shapes)".
local function explained(of, rows)
  for _, row in ipairs(pandoc.utils.to_simple_table(of).rows) do
    local found, only = pandoc.List(), pandoc.List()
    pandoc.Blocks(row[1]):walk { Math = function(math) found:extend(symbols.of(math.text)) end }
    for i = 2, #row do
      pandoc.Blocks(row[i]):walk { Link = function(link)
        if stringify(link) == "section" then only:insert(link.target:sub(2)) end
      end }
    end
    rows:insert({ symbols = found, only = only })
  end
end

-- What is used, a line for each symbol of each section with the first formula that has it; and the rows.
return function(blocks, piece)
  local used, seen, rows = pandoc.List(), {}, pandoc.List()
  if piece.aids then return used, rows end
  local section = piece.stem
  local function formula(math)
    for _, symbol in ipairs(symbols.of(math.text)) do
      local key = section .. " " .. symbol
      if not seen[key] then
        used:insert({ symbol = symbol, section = section, formula = math.text:gsub("%s+", " ") })
      end
      seen[key] = true
    end
  end
  blocks:walk { traverse = "topdown",
    Header = function(header)
      if header.level <= 2 then section = header.identifier end
    end,
    Div = function(div)
      if div.classes:includes("exercise") then return div, false end
    end,
    Table = function(of)
      if section ~= is_table_of then return nil end
      explained(of, rows)
      return of, false
    end,
    Math = formula }
  return used, rows
end
