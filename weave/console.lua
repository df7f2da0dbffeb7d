-- Promise 4: every console block was run by this build. Each line `$ command`
-- is run by bash from the root of the repository; what it prints follows it.

local press = require "press"

local console = {}

local shell = "unset MAKEFLAGS MAKELEVEL MFLAGS MAKEOVERRIDES; "
  .. "export TERM=dumb; set -o pipefail; exec 2>&1 </dev/null\n"

local function execute(command)
  local pipe = io.popen("bash -c " .. press.quote(shell .. command))
  local output = pipe:read("a")
  local _, how, code = pipe:close()
  return output, how == "signal" and 128 + code or code or 0
end

-- Outputs are kept beside the woven chapter, and make removes them when
-- anything that a command reads has changed; so an edit of the prose alone
-- does not run the programs again. A key stands for a command and all those
-- before it.
local kept
local key = ""

local function output_of(command, wanted, stem)
  local path = "build/weave/" .. stem .. ".console"
  kept = kept or load(press.read(path) or "return {}")()
  key = pandoc.utils.sha1(key .. command)
  if kept[key] then return kept[key], wanted end
  local output, code = execute(command)
  if code == wanted then
    kept[key] = output
    press.write(path, "return " .. press.serialise(kept))
  end
  return output, code
end

-- The commands of a block; a line that ends in \ goes on in the next.
local function commands_of(text)
  local commands = {}
  local open = false
  for _, line in ipairs(press.lines(text)) do
    local command = line:match("^%$ (.*)$")
    if open then
      local last = commands[#commands]
      last[#last + 1] = line
    elseif command then
      commands[#commands + 1] = { command }
    elseif line:match("%S") then
      return nil, line
    end
    open = (open or command) and line:match("\\$") ~= nil
  end
  return commands
end

-- Returns the block with outputs, and how many commands were run.
function console.run(block, stem, fault)
  local expected = tonumber(block.attributes.exit or "0")
  local commands, line = commands_of(block.text)
  if not commands then
    fault(line, 'console: expected "$ command", got "%s"; what a command '
      .. "prints is not typed", line)
    return {}, 0
  end
  local text, command_lines = {}, {}
  for i, command in ipairs(commands) do
    local wanted = i == #commands and expected or 0
    local output, code =
      output_of(table.concat(command, "\n"), wanted, stem)
    if code ~= wanted then
      fault("$ " .. command[1], 'console: "%s" exited with %d, expected %d; '
        .. "it printed: %s", table.concat(command, " "), code, wanted,
        output:gsub("%s+$", ""):gsub("\n", " | "))
    end
    for n, part in ipairs(command) do
      text[#text + 1] = (n == 1 and "$ " or "") .. part
      command_lines[#command_lines + 1] = #text
    end
    output = output:gsub("\27%[[%d;]*m", ""):gsub("\t", "        ")
    if output ~= "" then
      for _, printed in ipairs(press.lines(output)) do
        text[#text + 1] = (printed:gsub("%s+$", ""))
      end
    end
  end
  while text[#text] == "" do text[#text] = nil end
  return pandoc.CodeBlock(table.concat(text, "\n"), pandoc.Attr("",
    { "console" }, { commands = table.concat(command_lines, " ") })),
    #commands
end

return console
