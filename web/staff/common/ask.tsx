import { Button, Group, Modal, type ButtonProps } from '@mantine/core';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

interface Asked extends ButtonProps {
  label: string;
  title: string;
  /** What it does, and whether there is a way back. */
  children: ReactNode;
  onYes(): void;
}

/** A button of something that is not easily undone: it asks first. */
export function Ask({ label, title, children, onYes, ...button }: Asked) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const yes = () => {
    setOpen(false);
    onYes();
  };
  return (
    <>
      <Button variant="default" {...button} onClick={() => setOpen(true)}>
        {label}
      </Button>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        title={title}
        closeButtonProps={{ 'aria-label': t('cancel') }}
        centered
      >
        <div>{children}</div>
        <Group justify="flex-end" mt="md">
          <Button variant="default" onClick={() => setOpen(false)}>
            {t('cancel')}
          </Button>
          <Button color={button.color ?? 'accent'} onClick={yes}>
            {label}
          </Button>
        </Group>
      </Modal>
    </>
  );
}
