/** Whether an admin has turned the cloud model on. */
export abstract class CloudSwitch {
  abstract isOn(): Promise<boolean>;
}
