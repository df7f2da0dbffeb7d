-- Gives everything that can be referred to its id and its number.

local stringify = pandoc.utils.stringify
local rules = { traverse = "topdown" }
local piece
local count -- of figures, equations, … so far
local seen  -- ids of listings

local function next_of(kind)
  count[kind] = (count[kind] or 0) + 1
  return count[kind]
end

local function counted(kind) return piece.number .. "." .. next_of(kind) end

function rules.Header(header)
  local id, is_book = header.identifier, piece.stem == "book"
  if header.level == 1 and not is_book then
    if id ~= "" and id ~= piece.stem then
      piece.fault("# " .. stringify(header), "the title's id is %s, expected %s", id, piece.stem)
    end
    header.identifier, header.attributes.number = piece.stem, piece.number
  elseif header.level == 2 and not is_book and not header.classes:includes("unnumbered") then
    header.attributes.number = counted("section")
  end
  if header.identifier == "" then header.identifier = piece.stem .. "-" .. next_of("unnamed") end
  return header
end

function rules.CodeBlock(block)
  if block.classes[1] ~= "listing" then return nil end
  while seen[block.identifier] do block.identifier = block.identifier .. "-more" end
  seen[block.identifier] = true
  block.attributes.number = counted("listing")
  return block
end

-- An exercise and a correction bear their number in their id; after one out of turn, it goes on from there.
local function in_turn(div, kind, prefix, part)
  local id, number = div.identifier, part .. next_of(kind)
  if id ~= prefix .. number then
    piece.fault("#" .. id, "%s %s stands where %s%s is due", kind, id, prefix, number)
    count[kind] = tonumber(id:match("%d+$")) or count[kind]
  end
  return number
end

local numbers = {
  equation = function(div) return div.identifier ~= "" and counted("equation") or nil end,
  figure = function() return counted("figure") end,
  exercise = function(div) return in_turn(div, "exercise", "ex-", piece.number .. ".") end,
  correction = function(div) return in_turn(div, "correction", "notebook-", "") end,
}

function rules.Div(div)
  local number_of = numbers[div.classes[1]]
  if not number_of then return nil end
  div.attributes.number = number_of(div)
  return div
end

-- A note that sets the notebook right begins with the error's number.
function rules.Span(span)
  if not span.classes:includes("erratum") then return nil end
  span.identifier = "erratum-" .. stringify(span)
  return span
end

return function(blocks, of)
  piece, count, seen = of, {}, {}
  return blocks:walk(rules)
end
