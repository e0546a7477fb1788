// Another system's end of a webhook, a process of its own: answers as it is told to, and prints what it was sent.

import { createServer } from 'node:http'

// What to answer, one after the other and then the last for ever: 500,204. `hang` answers nothing.
const answers = (process.argv[2] ?? '204').split(',')
let asked = 0

const server = createServer((request, response) => {
  let body = ''
  request.on('data', chunk => {
    body += chunk
  })
  request.on('end', () => {
    const answer = answers[Math.min(asked, answers.length - 1)] ?? '204'
    asked += 1
    const { method, url, headers } = request
    process.stdout.write(`${JSON.stringify({ method, url, headers, body })}\n`)
    if (answer === 'hang') return
    response.writeHead(Number(answer), answer.startsWith('3') ? { location: '/elsewhere' } : {})
    response.end('what nobody keeps')
  })
})
server.listen(0, '127.0.0.1', () => {
  const address = server.address()
  process.stdout.write(`port ${typeof address === 'object' ? address?.port : ''}\n`)
})
