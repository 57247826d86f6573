// Starts the thread that reads documents, in programs that run on Node.
import { Worker } from 'node:worker_threads';
import { LIMITS } from './limits';
import type { Reply } from './protocol';
import type { StartThread } from './reader';

const MB = 1024 * 1024;
const WATCH_MS = 100;

/**
 * @param file the absolute path of the bundle of `worker.ts`
 * @param heapMb how much memory the thread may take, the bytes of files not counted
 */
export function workerThreads(file: string, heapMb: number = LIMITS.heapMb): StartThread {
  return ({ onReply, onEnd }) => {
    const worker = new Worker(file, {
      resourceLimits: { maxOldGenerationSizeMb: heapMb, maxYoungGenerationSizeMb: LIMITS.youngHeapMb },
    });
    // Buffers are no part of the heap that is bounded. Only the process as a whole can tell how much they take.
    const most = process.memoryUsage.rss() + LIMITS.growthMb * MB;
    const watch = setInterval(() => {
      if (process.memoryUsage.rss() > most) onEnd('memory');
    }, WATCH_MS).unref();
    worker.on('message', (reply: Reply) => onReply(reply));
    worker.on('error', (error: NodeJS.ErrnoException) =>
      onEnd(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? 'memory' : error),
    );
    worker.on('exit', code => {
      clearInterval(watch);
      onEnd(new Error(`code ${code}`));
    });
    return {
      post: request => worker.postMessage(request),
      stop: () => void worker.terminate(),
    };
  };
}
