-- Gives everything that can be referred to its id and its number.

local stringify = pandoc.utils.stringify
local rules = { traverse = "topdown" }
local piece
local count -- of figures, equations, … so far
local seen -- ids

local function counted(kind)
  count[kind] = (count[kind] or 0) + 1
  return piece.number .. "." .. count[kind]
end

function rules.Header(header)
  local title = stringify(header.content)
  if header.level == 1 and piece.stem ~= "book" then
    if header.identifier ~= "" and header.identifier ~= piece.stem then
      piece.fault("# " .. title, "the title's id is %s, expected %s", header.identifier, piece.stem)
    end
    header.identifier = piece.stem
    header.attributes.number = piece.number
  else
    if header.level == 2 and piece.stem ~= "book" and not header.classes:includes("unnumbered") then
      header.attributes.number = counted("section")
    end
    if header.identifier == "" then
      count.unnamed = (count.unnamed or 0) + 1
      header.identifier = piece.stem .. "-" .. count.unnamed
    end
  end
  return header
end

function rules.CodeBlock(block)
  if block.classes[1] ~= "listing" then return nil end
  while seen[block.identifier] do
    block.identifier = block.identifier .. "-more"
  end
  seen[block.identifier] = true
  block.attributes.number = counted("listing")
  return block
end

-- An exercise and a correction bear their number in their id.
local function in_turn(div, kind, prefix, due, needle)
  local id = div.identifier
  if id ~= prefix .. due then
    piece.fault(needle .. id, "%s %s stands where %s%s is due", kind, id, prefix, due)
  end
  return id:match("^" .. prefix:gsub("%-", "%%-") .. "(.+)$") or due
end

local numbers = { equation = function(div)
    return div.identifier ~= "" and counted("equation") or nil
  end, figure = function() return counted("figure") end, exercise = function(div)
    return in_turn(div, "exercise", "ex-", counted("exercise"), "")
  end, correction = function(div)
    local due = (count.correction or 0) + 1
    local number = in_turn(div, "correction", "notebook-", tostring(due), "#")
    count.correction = tonumber(number) or due
    return number
  end, }

function rules.Div(div)
  local how = numbers[div.classes[1]]
  if how then
    div.attributes.number = how(div)
    return div
  end
end

-- A note that sets the notebook right begins with the error's number.
function rules.Note(note)
  local first = note.content[1]
  local span = first and first.content and first.content[1]
  if span and span.t == "Span" and span.classes:includes("erratum") then
    span.identifier = "erratum-" .. stringify(span.content)
    first.content[1] = span
    return note
  end
end

return function(blocks, of)
  piece, count, seen = of, {}, {}
  return blocks:walk(rules)
end
