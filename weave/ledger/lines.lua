-- Promise 2: every line of the book's own C is printed once, in the order of its file.

local press = require "press"

-- By path: a file's room, and by which listing each of its lines is printed.
local lines = { rooms = {}, room_of = {}, printed = {} }

-- Each room may lean on those before it: on the plumbing stands the shell, on that chapter on chapter, and on
-- all of them what measures.
local names = pandoc.List { "plumbing", "shell" } .. press.book().chapters
for i, name in ipairs(names .. { "measure" }) do
  local files = press.glob("code/" .. name .. "/*.[ch]")
  lines.rooms[i] = { name = name, files = files, listings = {} }
  for _, path in ipairs(files) do lines.room_of[path] = lines.rooms[i] end
end

-- Returns how many lines the file has that are not blank.
local function check_file(path, fault)
  local printed, final, count, told = {}, 0, 0, false
  for _, listing in ipairs(lines.room_of[path].listings) do
    for _, range in ipairs(listing.path == path and listing.ranges or {}) do
      local first, last = range:match("(%d+)%-(%d+)")
      first, last = tonumber(first), tonumber(last)
      local this = ("listing %s (%s)"):format(listing.number, listing.source)
      local other = printed[first]
      if other then
        fault("%s:%d: printed twice, in listing %s (%s) and in %s", path, first, other.number, other.source,
          this)
      elseif first < final then
        fault("%s:%d: %s prints it after line %d, in listing %s", path, first, this, final,
          printed[final].number)
      end
      for i = first, last do printed[i] = printed[i] or listing end
      final = math.max(final, last)
    end
  end
  for i, line in ipairs(press.lines(press.read(path))) do
    local blank = not line:find("%S")
    if not (blank or printed[i] or told) then
      fault("%s:%d: printed nowhere: %s", path, i, line)
      lines.room_of[path].has_gaps = true
    end
    count, told = count + (blank and 0 or 1), not blank and not printed[i]
  end
  lines.printed[path] = printed
  return count
end

function lines.check(fault)
  local listings, count = 0, 0
  for _, stem in ipairs(press.book().stems) do
    for _, listing in ipairs(press.facts(stem).listings) do
      local room = lines.room_of[listing.path]
      local home = room and press.book().index[room.name] and room.name or stem
      listings = listings + 1
      listing.order, listing.source = listings, press.source(stem)
      table.insert(room and room.listings or {}, listing)
      if not room or home ~= stem then
        fault("%s: listing %s prints %s, %s", listing.source, listing.number, listing.path, room
          and "whose place is " .. press.source(home) or "which is none of the book's own files")
      end
    end
  end
  local paths = press.sorted(lines.room_of)
  for _, path in ipairs(paths) do count = count + check_file(path, fault) end
  return { lines = count, files = #paths, listings = listings }
end

return lines
