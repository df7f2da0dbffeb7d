-- Promise 3: after every listing, what the reader has typed so far compiles without a warning, by gcc and by
-- clang, as far as they are there. It is all typed again in build/ledger, and what has compiled once is kept.

local press = require "press"
local c = require "c"
local kept = require "kept"
local lines = require "ledger.lines"

-- A state is known by its code, so no warning is about a comment.
local flags = "-std=c11 -ffp-contract=off -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Werror "
  .. "-Wno-unused-function -Wno-unused-variable -Wno-unused-const-variable -Wno-unused-macros "
  .. "-Wno-comment -Wno-implicit-fallthrough"
local root = press.out .. "/ledger/"

local versions = { cc = "cc" }
local compilers = pandoc.List { "gcc", "clang" }:filter(function(name)
  versions[name] = io.popen(name .. " --version 2>/dev/null"):read("l")
  return versions[name]
end)
if #compilers == 0 then compilers = { "cc" } end

local looks = {} -- by path: the files below, and those of the room as typed
local told = {} -- of one file, by one compiler, the first fault is enough
local jobs, anew = pandoc.List(), 0

local function name_of(path) return path:match("[^/]*$") end

-- A file as compilers see it: its name, the names of what it includes, and the hash of its code.
local function type_in(path, text)
  if looks[path] and looks[path].text == text then return end
  local parts, includes = { "\n" }, {}
  for i, token in ipairs(c.tokens(text)) do parts[i + 1] = token.kind == "comment" and " " or token.text end
  local code = table.concat(parts):gsub("[ \t]+\n", "\n"):gsub("\n+", "\n")
  for include in code:gmatch('#%s*include%s*["<]([^">\n]+)') do includes[name_of(include)] = true end
  local hash = path .. " " .. pandoc.utils.sha1(code)
  looks[path] = { text = text, name = name_of(path), includes = includes, hash = hash }
  press.write(root .. path, text)
end

-- The file and, in whatever folders, those that it includes.
local function with_included(path, met)
  met[path] = true
  for other, look in pairs(looks) do
    if looks[path].includes[look.name] and not met[other] then with_included(other, met) end
  end
  return met
end

-- What a compiler must do with these files is a job, unless it is known to.
local function ask(where, path, compiler, files, command)
  local job = { where = where, of = path .. " does not compile (" .. compiler .. ")" }
  command = ("%s %s -I %scode %s"):format(compiler, flags, root, command)
  local words = { versions[compiler], command }
  for _, file in ipairs(press.sorted(files)) do table.insert(words, looks[file].hash) end
  job.key = pandoc.utils.sha1(table.concat(words, "\n"))
  if told[job.of] or kept.get("states", job.key) then return end
  job.file = root .. job.key
  press.write(job.file, command .. " >$0.log 2>&1 && : >$0.ok\n:\n")
  jobs:insert(job)
end

-- The jobs are done, two at a time.
local function settle(fault)
  if #jobs == 0 then return end
  local files = jobs:map(function(job) return job.file end)
  os.execute("echo " .. table.concat(files, " ") .. " | xargs -n 1 -P 2 sh")
  for _, job in ipairs(jobs) do
    if press.read(job.file .. ".ok") then
      kept.put("states", job.key, "")
    elseif not told[job.of] then
      local said = press.read(job.file .. ".log")
      said = said:match("[^\n]*error:[^\n]*") or said:match("[^\n]*")
      fault("%s %s: %s", job.where, job.of, said:gsub("^%S-/ledger/code/", ""))
      told[job.of] = true
    end
  end
  anew, jobs = anew + #jobs, pandoc.List()
end

local function type_listing(listing)
  local file, text = lines.files[listing.path], {}
  for i, line in ipairs(file.lines) do
    local by = file.printed[i]
    text[i] = by and by.order <= listing.order and line or ""
  end
  type_in(listing.path, table.concat(text, "\n") .. "\n")
end

local function check_state(room, listing, fault)
  local where = ("%s: after listing %s,"):format(listing.source, listing.number)
  for _, path in ipairs(room.files) do
    local files = looks[path] and with_included(path, {})
    for _, compiler in ipairs(files and compilers or {}) do
      ask(where, path, compiler, files, ("-fsyntax-only -include %s%s %styped.c"):format(root, path, root))
    end
  end
  settle(fault)
end

return function(fault)
  local states, programs, objects = 0, 0, "" -- of the rooms before, as make has compiled them
  os.execute("rm -rf " .. root)
  for _, room in ipairs(lines.rooms) do
    press.make_folder(root .. "code/" .. room.name)
    -- A module may include a table of data, which nobody types.
    os.execute(("cp code/%s/*.csv %scode/%s/ 2>/dev/null"):format(room.name, root, room.name))
    press.write(root .. "typed.c", "typedef int typed_so_far;\n")
    for i, listing in ipairs(room.listings) do
      local next_one = room.listings[i + 1]
      type_listing(listing)
      -- The rest of a folder is typed as a whole.
      if not (listing.rest and next_one and next_one.rest) then
        states = states + 1
        check_state(room, listing, fault)
      end
    end
    local mains, parts = pandoc.List(), objects
    for _, path in ipairs(room.files) do
      type_in(path, press.read(path))
      if path:match("/main%.c$") or path:match("/%d[^/]*%.c$") then
        mains:insert(path)
      elseif path:match("%.c$") then
        parts = parts .. " " .. root .. path
        objects = objects .. path:gsub("^code(.*)c$", " " .. press.out .. "/obj%1o")
      end
    end
    for _, main in ipairs(room.has_gaps and {} or mains) do
      -- Whether the parts are all there, one compiler tells.
      programs = programs + 1
      ask("typed whole, the code of", "code/" .. room.name, compilers[1], looks,
        ("-fno-lto %s%s -lm -lpthread -o $0.program"):format(root .. main, parts))
    end
    settle(fault)
  end
  kept.sweep("states")
  return { states = states, anew = anew, programs = programs, compilers = table.concat(compilers, " and ") }
end
