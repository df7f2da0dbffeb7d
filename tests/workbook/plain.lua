-- A hint or a worked solution for the terminal: its formulas in a line, references as words. For pandoc -t plain.

local small = { ['12'] = '½', ['32'] = '(3/2)', ['13'] = '⅓', ['23'] = '⅔', ['14'] = '¼', ['16'] = '⅙' }

-- \frac{a}{b} as a/b, with the parentheses that this needs.
local function fraction(over, under)
  local function part(tex)
    tex = tex:match '^{(.*)}$' or tex
    local alone = tex:find '^%w*$' or tex:find '^\\?%a+[^+()-]*$' or tex:find '^√%b()$'
    return alone and tex or '(' .. tex .. ')'
  end
  return '\1' .. part(over) .. '/' .. part(under) .. '\2'
end

-- \sqrt{a} as √a or, of more than one letter or number, √(a).
local function root(under)
  local tex = under:match '^{(.*)}$'
  return tex:find '^\\?[%w_]*$' and '√{' .. tex .. '}' or '√(' .. tex .. ')'
end

function Math(math)
  local tex = math.text:gsub('\\href(%b{})(%b{})', '%2'):gsub('\\tfrac(%d%d)', small)
  local count
  repeat
    tex, count = tex:gsub('\\sqrt%s*(%b{})', root)
  until count == 0
  repeat
    tex, count = tex:gsub('\\frac(%b{})(%b{})', fraction)
    if count == 0 then tex, count = tex:gsub('\\frac(%d)(%a)', fraction) end
  until count == 0
  tex = tex:gsub('\2%s*\\?,?%s*\1', ' \\cdot '):gsub('[\1\2]', ' ')
  tex = tex:gsub('\\,', '\\ ')
  local plain = pandoc.write(pandoc.Pandoc { pandoc.Plain { pandoc.Math('InlineMath', tex) } }, 'plain', { columns = 1000 })
  -- Spaces as on a typewriter, and none after a minus that nothing stands before.
  for space = 0x2000, 0x200A do plain = plain:gsub(utf8.char(space), ' ') end
  plain = plain:gsub('%s+', ' '):gsub('([=<>,]) − ', '%1 −'):gsub('^ ?− ', '−'):gsub('_%((%w+)%)', '_%1'):gsub('^ ', ''):gsub(' $', '')
  return pandoc.Str(plain)
end

function Link(link)
  local number = link.target:match '^#ex%-([%d.]+)$'
  if number then link.content:extend { pandoc.Space(), pandoc.Str(number) } end
  return link.content
end
