import { test } from '@playwright/test';
import { launchConsole, type LaunchOptions, type RunningConsole } from '../support/electronApp';
import { figure } from './runs';

/**
 * Starts the program, and once more when Playwright got no hold of it in its 30 s, which happens on a busy
 * machine once in some hundred starts. It is told of and counted; a window that came, but late or wrong, is
 * no such case.
 */
export async function launchPatiently(options: LaunchOptions = {}): Promise<RunningConsole> {
  try {
    return await launchConsole(options);
  } catch (error) {
    if (!String(error).includes('electron.launch: Timeout')) throw error;
    test.info().annotations.push({ type: 'started again', description: String(error).slice(0, 200) });
    figure('starts that Playwright got no hold of', 1);
    return launchConsole(options);
  }
}
