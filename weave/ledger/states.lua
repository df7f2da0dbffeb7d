-- Promise 3: after every listing, what the reader has typed so far compiles without a warning, by gcc and by
-- clang, as far as they are there. It is all typed again in build/ledger, and what has compiled once is kept.

local press = require "press"
local c = require "c"
local kept = require "kept"
local lines = require "ledger.lines"

-- A state is known by its code, so no warning is about a comment.
local flags = "-std=c11 -ffp-contract=off -Wall -Wextra -Wpedantic "
  .. "-Wconversion -Wshadow -Werror -Wno-unused-function "
  .. "-Wno-unused-variable -Wno-unused-const-variable -Wno-unused-macros "
  .. "-Wno-comment -Wno-implicit-fallthrough"
local root = press.out .. "/ledger"

local compilers = {}
for _, name in ipairs { "gcc", "clang" } do
  local version = io.popen(name .. " --version 2>/dev/null"):read("l")
  if version then table.insert(compilers, name) end
  compilers[name] = version
end
if #compilers == 0 then compilers = { "cc", cc = "cc" } end

local looks = {} -- by path: the files below, and those of the room as typed
local named = {} -- their paths, by the name without folders
local told = {} -- of one file, by one compiler, the first fault is enough
local jobs, anew = {}, 0

-- A file as compilers see it: the hash of its lines without their comments, and the names of what it
-- includes.
local function type_in(path, text)
  if looks[path] and looks[path].text == text then return end
  local parts, includes, name = { "\n" }, {}, path:match("[^/]*$")
  for i, token in ipairs(c.tokens(text)) do
    parts[i + 1] = token.kind == "comment" and " " or token.text
  end
  local code = table.concat(parts):gsub("[ \t]+\n", "\n"):gsub("\n+", "\n")
  for include in code:gmatch('#%s*include%s*["<]([^">\n]+)') do
    table.insert(includes, include:match("[^/]*$"))
  end
  named[name] = named[name] or {}
  named[name][path] = true
  looks[path] = { text = text, includes = includes, hash = path .. " " .. pandoc.utils.sha1(code) }
  press.write(root .. "/" .. path, text)
end

-- The file and, in whatever folders, those that it includes.
local function with_included(path, met)
  met[path] = true
  for _, name in ipairs(looks[path].includes) do
    for other in pairs(named[name] or {}) do
      if not met[other] then with_included(other, met) end
    end
  end
  return met
end

-- What a compiler must do with these files is a job, unless it is known to.
local function ask(where, path, compiler, files, command, ...)
  local job = { where = where, of = path .. " does not compile (" .. compiler .. ")",
    command = ("%s %s -I %s/code "):format(compiler, flags, root) .. command:format(...) }
  local words = { compilers[compiler], job.command }
  for _, file in ipairs(press.sorted(files)) do
    table.insert(words, looks[file].hash)
  end
  job.key = pandoc.utils.sha1(table.concat(words, "\n"))
  if told[job.of] or kept.text("states", job.key, function() end) then return end
  job.file = root .. "/" .. job.key
  press.write(job.file, job.command .. " >$0.log 2>&1 && : >$0.ok\n:\n")
  table.insert(jobs, job)
end

-- The jobs are done, two at a time.
local function settle(fault)
  if #jobs == 0 then return end
  local files = {}
  for i, job in ipairs(jobs) do files[i] = job.file end
  os.execute("echo " .. table.concat(files, " ") .. " | xargs -n 1 -P 2 sh")
  for _, job in ipairs(jobs) do
    local passed = kept.text("states", job.key, function()
      return press.read(job.file .. ".ok")
    end)
    if not passed and not told[job.of] then
      local said = press.read(job.file .. ".log")
      said = said:match("[^\n]*error:[^\n]*") or said:match("[^\n]*")
      fault("%s %s: %s", job.where, job.of, said:gsub("^%S-/ledger/code/", ""))
      told[job.of] = true
    end
  end
  anew, jobs = anew + #jobs, {}
end

local function check_listing(room, listing, fault)
  local text, where = {}, ("%s: after listing %s,"):format(listing.source, listing.number)
  for i, line in ipairs(press.lines(press.read(listing.path))) do
    local by = lines.printed[listing.path][i]
    text[i] = by and by.order <= listing.order and line or ""
  end
  type_in(listing.path, table.concat(text, "\n") .. "\n")
  for _, path in ipairs(room.files) do
    for _, compiler in ipairs(looks[path] and compilers or {}) do
      ask(where, path, compiler, with_included(path, {}), "-fsyntax-only " .. "-include %s/%s %s/typed.c",
        root, path, root)
    end
  end
  settle(fault)
end

return function(fault)
  local objects, states, programs = "", 0, 0 -- as make has compiled them
  os.execute("rm -rf " .. root)
  for _, room in ipairs(lines.rooms) do
    press.make_folder(root .. "/code/" .. room.name)
    press.write(root .. "/typed.c", "typedef int typed_so_far;\n")
    for _, listing in ipairs(room.listings) do
      check_listing(room, listing, fault)
    end
    local mains, parts = {}, objects
    for _, path in ipairs(room.files) do
      type_in(path, press.read(path))
      if path:match("/main%.c$") or path:match("/%d[^/]*%.c$") then
        table.insert(mains, path)
      elseif path:match("%.c$") then
        parts = parts .. " " .. root .. "/" .. path
        objects = objects .. path:gsub("^code(.*)c$", " " .. press.out .. "/obj%1o")
      end
    end
    for _, main in ipairs(room.has_gaps and {} or mains) do
      -- Whether the parts are all there, one compiler tells.
      programs = programs + 1
      ask("typed whole, the code of", "code/" .. room.name, compilers[1], looks,
        "-fno-lto %s/%s%s -lm -lpthread -o $0.program", root, main, parts)
    end
    settle(fault)
    states = states + #room.listings
  end
  kept.sweep("states")
  return { states = states, anew = anew, programs = programs, compilers = table.concat(compilers, " and ") }
end
