-- Code as lines of pieces, for the pens of all outputs: { number, typed, { kind, text } … }. Between two
-- ranges of a listing stands a line without a number.

local press = require "press"
local c = require "c"
local by_class = require "show.by_class"

local code = {}

local function listing(block)
  local lines, from = pandoc.List(), press.lines(block.text)
  for first, last in block.attributes.ranges:gmatch("(%d+)%-(%d+)") do
    if #lines > 0 then lines:insert({}) end
    local range = table.concat(from, "\n", #lines + 1, #lines + 1 + last - first)
    lines:extend(c.coloured(range, tonumber(first)))
  end
  return lines
end

local function source(block) return c.coloured(block.text, 1) end

local function plain(block)
  local lines = press.lines(block.text)
  for i, line in ipairs(lines) do lines[i] = { { kind = "word", text = line } } end
  for number in (block.attributes.typed or ""):gmatch("%d+") do
    local line = lines[tonumber(number)]
    local prompt, rest = line[1].text:match("^(%$ )(.*)$")
    line.typed = true
    line[1].kind = "typed"
    if prompt then line[1], line[2] = { kind = "prompt", text = prompt }, { kind = "typed", text = rest } end
  end
  return lines
end

code.lines = by_class({ listing = listing, source = source }, plain)

-- A line in the language of an output; its `pen` is a format for the kind of a piece and its text.
local uncoloured = { space = true, word = true, mark = true, number = true }
local function drawn(piece, escape, pen)
  local text = escape(piece.text)
  return uncoloured[piece.kind] and text or pen:format(piece.kind, text)
end

function code.coloured(line, escape, pen)
  return table.concat(pandoc.List.map(line, function(piece) return drawn(piece, escape, pen) end))
end

-- The same in HTML, where lines are broken, and not only at blanks but in "o->beta2" and "W1[0][2]", too: `box`
-- is a format for what must not be, unless it is wider than a phone, and `gap` stands where a long call may be.
function code.boxed(line, escape, pen, box, gap)
  local done, word, plain = "", "", ""
  local function whole(text, drawn_text)
    return text:find("[-/?|%]})]%S") and #text <= 32 and box:format(drawn_text) or drawn_text
  end
  local function close(...)
    done, word, plain = table.concat({ done, whole(plain, word), ... }), "", ""
  end
  for _, piece in ipairs(line) do
    local has_blanks = piece.text:find("%s")
    if has_blanks and uncoloured[piece.kind] then
      for blank, text in piece.text:gmatch("(%s*)(%S*)") do
        if blank ~= "" then close(blank) end
        word, plain = word .. escape(text), plain .. text
      end
    elseif has_blanks then -- a comment, or a string
      close(pen:format(piece.kind, (piece.text:gsub("%S+", function(text) return whole(text, escape(text)) end))))
    else
      word, plain = word .. drawn(piece, escape, pen), plain .. piece.text
      if piece.text == "(" and #plain > 24 then close(gap) end
    end
  end
  close()
  return done
end

-- "lines 3–9, 12–20" of a file.
function code.range_text(ranges)
  local text = ranges:gsub("%f[%d](%d+)%-%1%f[%D]", "%1"):gsub("%-", "–"):gsub(" ", ", ")
  return (text:find("%D") and "lines " or "line ") .. text
end

return code
