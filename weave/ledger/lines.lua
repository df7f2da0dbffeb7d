-- Promise 2: every line of the book's own C is printed once, in the order of
-- its file.

local press = require "press"
local facts = require "ledger.facts"

-- The listings as they follow one another in the book; and of each file its
-- room, and by which listing each of its lines is printed.
local lines = { rooms = {}, listings = {}, room_of = {}, printed = {} }

-- The rooms of the C, each of which may lean on those before it: on the
-- plumbing stands the shell, on that chapter on chapter, and on all of them
-- what measures.
local names = pandoc.List { "plumbing", "shell" } .. press.book().chapters
for i, name in ipairs(names .. { "measure" }) do
  local room = { name = name, files = press.glob("code/" .. name .. "/*.[ch]") }
  for _, path in ipairs(room.files) do lines.room_of[path] = room end
  lines.rooms[i] = room
end

for _, piece in ipairs(facts.pieces) do
  for _, listing in ipairs(piece.is_part and piece.listings or {}) do
    table.insert(lines.listings, listing)
    listing.order, listing.source = #lines.listings, piece.source
  end
end

-- Returns how many lines the file has that are not blank.
local function check_file(path, fault)
  local printed, final, final_listing, count = {}, 0, nil, 0
  local function check_range(listing, first, last)
    local other = printed[first]
    if other then
      fault("%s:%d: printed twice, in listing %s (%s) and in listing %s (%s)",
        path, first, other.number, other.source, listing.number,
        listing.source)
    elseif first < final then
      fault("%s:%d: listing %s (%s) prints it after line %d, in listing %s",
        path, first, listing.number, listing.source, final,
        final_listing.number)
    end
    for i = first, last do printed[i] = printed[i] or listing end
    if last > final then final, final_listing = last, listing end
  end
  for _, listing in ipairs(lines.listings) do
    for _, range in ipairs(listing.path == path and listing.ranges or {}) do
      local first, last = range:match("(%d+)%-(%d+)")
      check_range(listing, tonumber(first), tonumber(last))
    end
  end
  local told = false -- of a stretch, the first line is enough
  for i, line in ipairs(press.lines(press.read(path))) do
    local blank = not line:match("%S")
    local nowhere = not blank and not printed[i]
    if nowhere and not told then
      fault("%s:%d: printed nowhere: %s", path, i, line)
    end
    count, told = count + (blank and 0 or 1), nowhere
  end
  lines.printed[path] = printed
  return count
end

function lines.check(fault)
  local count = 0
  local paths = press.sorted(lines.room_of)
  for _, path in ipairs(paths) do count = count + check_file(path, fault) end
  for _, listing in ipairs(lines.listings) do
    local room = lines.room_of[listing.path]
    local home = room and press.book().index[room.name]
      and press.source(room.name)
    local what = ("%s: listing %s prints %s"):format(listing.source,
      listing.number, listing.path)
    if not room then
      fault("%s, which is none of the book's own files", what)
    elseif home and home ~= listing.source then
      fault("%s, whose place is %s", what, home)
    end
  end
  return { lines = count, files = #paths }
end

return lines
