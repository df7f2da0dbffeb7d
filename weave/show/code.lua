-- Code as lines of coloured pieces, for the pens of all outputs: { number, typed, { kind, text } … }. Between
-- two ranges of a listing stands a line without a number.

local press = require "press"
local c = require "c"

local code = {}

function code.lines(block)
  local given, class = block.attributes, block.classes[1]
  local lines = {}
  if class == "source" then return c.coloured(block.text, 1) end
  local text = press.lines(block.text)
  if class == "listing" then
    local at = 1
    for first, last in given.ranges:gmatch("(%d+)%-(%d+)") do
      if at > 1 then
        lines[#lines + 1] = {}
        at = at + 1
      end
      local size = last - first
      local piece = table.concat(text, "\n", at, at + size)
      table.move(c.coloured(piece, math.tointeger(first)), 1, size + 1, #lines + 1, lines)
      at = at + size + 1
    end
    return lines
  end
  for i, line in ipairs(text) do lines[i] = { { kind = "word", text = line } } end
  for number in (given.typed or ""):gmatch("%d+") do
    local line = lines[tonumber(number)]
    local prompt, rest = line[1].text:match("^(%$ )(.*)$")
    line.typed = true
    line[1] = prompt and { kind = "prompt", text = prompt }
    line[#line + 1] = { kind = "typed", text = rest or text[tonumber(number)] }
  end
  return lines
end

-- "lines 3–9, 12–20" of a file.
function code.range_text(ranges)
  local words = {}
  for first, last in ranges:gmatch("(%d+)%-(%d+)") do
    words[#words + 1] = first == last and first or first .. "–" .. last
  end
  return (#words == 1 and not words[1]:find("–") and "line " or "lines ") .. table.concat(words, ", ")
end

return code
