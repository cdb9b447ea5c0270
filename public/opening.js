// Runs long before the app on a slow line: sets language and colours, and shows the start page that was drawn when the
// product was built. What is done there is marked, and done by the app as soon as it has come.
;(() => {
  const kept = (name) => {
    try {
      return localStorage.getItem(name)
    } catch {
      return null
    }
  }
  const { documentElement: page, head } = document
  const starts = [...document.querySelectorAll('template[lang]')]
  const wishes = [kept('language') ?? '', ...navigator.languages, page.lang]
  const languages = wishes.map((wish) => wish.toLowerCase().split('-')[0])
  const language = languages.find((wish) => starts.some(({ lang }) => lang === wish))
  const start = starts.find(({ lang }) => lang === language)
  page.lang = start.lang
  // What the page of this address is made of is fetched beside the app, not after it.
  const place = location.hash.replace(/^#\/?/, '').split('?')[0]
  const { pages, around, words } = JSON.parse(document.currentScript.dataset.wanted)
  const names = `/${place}`.split('/')
  const isIn = ({ path }) => path.split('/').every((part, at) => part === names[at] || (part[0] === ':' && names[at]))
  const isAt = ({ path }) => path.split('/').length === names.length && isIn({ path })
  const wanted = [...around.filter(isIn), pages.find(isAt) ?? { words: ['start'], files: [] }]
  const files = wanted.flatMap((each) => [...each.words.map((part) => words[language][part]), ...each.files])
  for (const href of new Set(files))
    head.append(Object.assign(document.createElement('link'), { rel: 'modulepreload', href }))

  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches
  const theme = kept('theme')
  page.dataset.theme = theme === 'dark' || (theme !== 'light' && prefersDark) ? 'dark' : 'light'

  const root = document.getElementById('root')
  const notLoaded = () => {
    const told = document.createElement('p')
    told.className = 'banner problem'
    told.role = 'alert'
    told.textContent = start.dataset.notLoaded
    root.querySelector('.opening')?.remove()
    const main = root.querySelector('main')
    if (main === null) root.replaceChildren(told)
    else main.prepend(told)
    told.scrollIntoView()
  }
  for (const script of document.querySelectorAll('script[type=module]')) script.addEventListener('error', notLoaded)

  const opening = root.querySelector('.opening')
  for (const other of opening.querySelectorAll(`[lang]:not([lang=${language}])`)) other.remove()
  root.replaceChildren(start.content)
  const main = root.querySelector('main')
  root.dataset.place = place
  if (place !== '') main.replaceChildren(opening)
  // Where there are cases they come first: nothing is shown that would move away under the finger.
  else if (kept('cases') === 'some') main.replaceChildren(main.querySelector('h1'), opening)

  // The last press of each kind holds: a language, and what begins a case.
  const mark = (button) => {
    for (const other of root.querySelectorAll(`[data-pressed][type=${button.type}]`)) delete other.dataset.pressed
    button.dataset.pressed = ''
  }
  // Until the app has taken over, which takes the place away.
  const isHere = () => root.dataset.place !== undefined
  root.addEventListener('submit', (event) => {
    if (!isHere()) return
    event.preventDefault()
    mark(event.target.querySelector('[type=submit]'))
  })
  root.addEventListener('click', (event) => {
    if (!isHere()) return
    const pressed = event.target.closest('button[type=button], .skip')
    if (pressed?.matches('button')) mark(pressed)
    if (!pressed?.matches('.skip')) return
    event.preventDefault()
    main.focus()
  })
})()
