-- Promise 5, second half: a number that stands in the text as typed is listed in chapters/NN.numbers for the
-- places where it may stand, as "PLACE … NUMBER … : REASON". A place is the id of the chapter, of a section
-- or of an exercise; its hint and its solution stand there, too. With "proved" for a reason, the exercise's C
-- must have the number. (That a number stands where it is listed, only the ledger sees: an exercise is read
-- in two pieces.)

local press = require "press"
local c = require "c"
local flat = require "flat"
local typed = require "typed"
local values = require "values"

-- Whether the C of an exercise has the number: as it is or, from three digits on, as one that rounds to it.
-- What a wrong answer on file has in it proves nothing.
local function is_proved(number, folder)
  local digits = number:gsub("e.*", ""):gsub("%D", ""):gsub("^0+", "")
  for _, name in ipairs { "test.c", "solution.c" } do
    for _, token in ipairs(c.tokens(press.read(folder .. "/" .. name) or ""))
    do
      local found = token.kind == "number" and token.text:gsub("[fFlLuU]+$", "")
      if found and tonumber(found) then
        local want, have = values.rounded(found, number)
        if tonumber(found) == tonumber(number) or want == have and #digits >= 3 and number:find("%.") then
          return true
        end
      end
    end
  end
  return false
end

-- One line: the places, the numbers and the reason.
local function parse(text)
  local names, reason = text:match("^%s*(.-)%s+:%s+(.*%S)")
  local places, numbers = {}, {}
  for word in (names or ""):gmatch("%S+") do
    local list = values.parse(word) and numbers or places
    list[#list + 1] = word
  end
  return places, numbers, reason
end

-- What may stand where, as a set: "0.5 for ex-2.4", each with its line.
local function read(piece)
  local path, listed = "chapters/" .. piece.stem .. ".numbers", {}
  local function add(where, number, place, reason)
    local item = number .. " for " .. place
    if listed[item] then press.fault(where, nil, "%s is listed twice", item) end
    listed[item] = where
    local exercise = place:match("^ex%-(.+)")
    if reason == "proved" and piece.aids == (exercise ~= nil) and not (exercise and is_proved(number, "code/"
      .. piece.stem .. "/exercises/" .. exercise)) then
      press.fault(where, nil, "%s is not proved: no C of %s has it", number, place)
    end
  end
  for line, text in ipairs(press.lines(press.read(path) or "")) do
    local places, numbers, reason = parse(text)
    if text:match("^%s*[^#%s]") and (#places == 0 or #numbers == 0) then
      press.fault(path .. ":" .. line, nil, 'expected "PLACE … NUMBER … : ' .. 'REASON", got "%s"', text)
    end
    for _, place in ipairs(places) do
      for _, number in ipairs(numbers) do
        add(path .. ":" .. line, typed.plain(number), place, reason)
      end
    end
  end
  return listed
end

-- The first line of `source`, from `place` on, of which `reader` reads `what`.
local function line_of(source, place, reader, what)
  local text = press.read(source)
  local passed = not text:find("#" .. place, 1, true)
  for line, words in ipairs(press.lines(text)) do
    passed = passed or words:find("#" .. place, 1, true)
    for _, found in ipairs(passed and reader(values.without(words)) or {}) do
      if found == what then return source .. ":" .. line end
    end
  end
  return source
end

local function check_text(text, piece, place)
  local said = text:gsub("[\1\2]", "`"):gsub("%s+", " ")
  said = said:sub(1, (utf8.offset(said, 71) or 0) - 1)
  for _, number in ipairs(typed.digits(text)) do
    local item = number .. " for " .. place
    piece.numbers, piece.stand[item] = piece.numbers + 1, true
    if not piece.listed[item] then
      press.fault(line_of(piece.source, place, typed.digits, number), nil,
        'the number %s is typed, not computed, in "%s"; name the value, or '
        .. "list %s in chapters/%s.numbers", number, said, item, piece.stem)
    end
  end
  for _, count in ipairs(typed.words(text)) do
    press.fault(line_of(piece.source, place, typed.words, count), nil,
      'the count "%s" is in words, which no program checks, in "%s"; write ' .. "digits", count, said)
  end
end

-- An entry of the bibliography, whose years and pages are its givens, begins with an empty span that has an
-- id.
local function is_entry(first, piece)
  return press.is_bibliography(piece.stem) and first and first.t == "Span" and first.identifier ~= ""
    and #first.content == 0
end

local function check_blocks(blocks, piece, place)
  local function check(block)
    local first = block.content[1]
    if is_entry(first, piece) then return end
    local is_equation = first and first.mathtype == "DisplayMath"
    check_text(flat(is_equation and { first } or block.content), piece, place)
  end
  for _, block in ipairs(blocks) do
    if block.t == "Header" then
      place = block.identifier ~= "" and block.identifier or place
      check(block)
    elseif block.t == "Div" then
      local exercise = block.classes:includes("exercise")
      local inner = exercise and block.identifier or place
      check_text(exercise and block.attributes.title or "", piece, inner)
      check_blocks(block.content, piece, inner)
    else
      pandoc.Div({ block }):walk { Para = check, Plain = check }
    end
  end
end

return function(blocks, piece)
  if not piece.listed then
    piece.listed, piece.stand, piece.numbers = read(piece), {}, 0
  end
  check_blocks(blocks, piece, piece.aids and "ex-" .. piece.exercise or piece.stem)
  return blocks
end
