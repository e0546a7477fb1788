// WebKitGTK's own inspector, asked over its socket: the one way into a MiniBrowser that keeps its profile.

/** A page as the inspector sees it. */
export interface Inspected {
  /** The value of an expression in the page. Throws what it threw, or after a quarter of a minute of silence. */
  ask(expression: string): Promise<unknown>
  close(): void
}

const PATIENCE = 15_000
const STARTS_WITHIN = 60_000

interface Message {
  readonly id?: number
  readonly method?: string
  readonly params?: {
    readonly targetInfo?: { readonly targetId: string; readonly type: string }
    readonly newTargetId?: string
    readonly message?: string
  }
}

interface Answer {
  readonly id?: number
  readonly error?: { readonly message: string }
  readonly result?: { readonly result?: { value?: unknown; description?: string }; wasThrown?: boolean }
}

/** Connects with the only page of the MiniBrowser whose inspector listens there. Throws when it does not come. */
export async function inspect(port: number): Promise<Inspected> {
  const socket = new WebSocket(await address(port, Date.now() + STARTS_WITHIN))
  const waiting = new Map<number, (answer: Answer) => void>()
  let target = ''
  let n = 0
  let found = () => {}
  const page = new Promise<void>(done => {
    found = done
  })
  socket.addEventListener('message', ({ data }) => {
    const { method, params }: Message = JSON.parse(String(data))
    if (method === 'Target.targetCreated' && params?.targetInfo?.type === 'page') {
      target ||= params.targetInfo.targetId
      found()
    }
    // A page may move to a process of its own while it loads.
    if (method === 'Target.didCommitProvisionalTarget') target = params?.newTargetId ?? target
    if (method !== 'Target.dispatchMessageFromTarget') return
    const answer: Answer = JSON.parse(params?.message ?? '{}')
    waiting.get(answer.id ?? 0)?.(answer)
  })
  await page

  function send(method: string, params: object): void {
    n += 1
    socket.send(JSON.stringify({ id: n, method, params }))
  }

  return {
    async ask(expression) {
      n += 1
      const id = n
      const message = { id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } }
      const answer = await new Promise<Answer>((done, fail) => {
        const late = setTimeout(() => fail(new Error('the inspector is silent')), PATIENCE)
        waiting.set(id, told => {
          clearTimeout(late)
          done(told)
        })
        send('Target.sendMessageToTarget', { targetId: target, message: JSON.stringify(message) })
      })
      waiting.delete(id)
      const { result, wasThrown } = answer.result ?? {}
      if (answer.error || wasThrown) throw new Error(answer.error?.message ?? result?.description)
      return result?.value
    },
    close: () => socket.close(),
  }
}

async function address(port: number, until: number): Promise<string> {
  for (;;) {
    const listed = await fetch(`http://127.0.0.1:${port}/`).then(
      reply => reply.text(),
      () => '',
    )
    const path = /\/socket\/\d+\/\d+\/WebPage/.exec(listed)?.[0]
    if (path) return `ws://127.0.0.1:${port}${path}`
    if (Date.now() > until) throw new Error(`no page at WebKitGTK's inspector: ${listed}`)
    await new Promise(later => setTimeout(later, 200))
  }
}
